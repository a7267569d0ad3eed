import { blackedOut } from '../../../cloudfunctions/core/photo/black-out';

const white = (width: number, height: number, channels: 1 | 3) => ({
  width,
  height,
  channels,
  data: new Uint8Array(width * height * channels).fill(255),
});
/** Which pixels are black, row by row. */
const rows = ({ width, height, channels, data }: ReturnType<typeof white>) =>
  Array.from({ length: height }, (_row, y) =>
    Array.from({ length: width }, (_column, x) => {
      const pixel = data.subarray((y * width + x) * channels, (y * width + x + 1) * channels);
      return pixel.every((value) => value === 0) ? '#' : pixel.every((value) => value === 255) ? '.' : '?';
    }).join(''),
  );

test.each([1, 3] as const)('covers every pixel that it touches, with %i channels', (channels) => {
  const source = white(4, 4, channels);
  const rectangle = { left: 2_400, top: 2_500, width: 200, height: 2_500 };
  expect(rows(blackedOut(source, [rectangle]) as ReturnType<typeof white>)).toEqual(['....', '##..', '....', '....']);
  expect(rows(source)).toEqual(['....', '....', '....', '....']);
});

test('ends at the edge, and takes several', () => {
  const source = white(3, 2, 3);
  const corner = { left: 9_000, top: 9_000, width: 9_000, height: 9_000 };
  const first = { left: 0, top: 0, width: 1, height: 1 };
  expect(rows(blackedOut(source, [corner, first]) as ReturnType<typeof white>)).toEqual(['#..', '..#']);
});
