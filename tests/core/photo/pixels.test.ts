import fc from 'fast-check';
import { shrunk, upright, type Pixels } from '../../../cloudfunctions/core/photo/pixels';

const plain = (width: number, height: number, colour: readonly number[]): Pixels => ({
  width,
  height,
  channels: colour.length === 1 ? 1 : colour.length === 3 ? 3 : 4,
  data: Uint8Array.from({ length: width * height * colour.length }, (_, index) => colour[index % colour.length]!),
});

/** A grey picture by rows. */
const grey = (...rows: readonly (readonly number[])[]): Pixels => ({
  width: rows[0]!.length,
  height: rows.length,
  channels: 1,
  data: Uint8Array.from(rows.flat()),
});
const reds = ({ data }: Pixels): number[] => [...data].filter((_, index) => index % 3 === 0);

describe('shrinking a picture', () => {
  it('keeps the proportions, with the longest side at the limit', () => {
    expect(shrunk(plain(4_000, 3_000, [9]), 1_600)).toMatchObject({ width: 1_600, height: 1_200 });
    expect(shrunk(plain(1_601, 3, [9]), 1_600)).toMatchObject({ width: 1_600, height: 3 });
    expect(shrunk(plain(2, 9_000, [9]), 1_600)).toMatchObject({ width: 1, height: 1_600 });
    expect(shrunk(plain(1_600, 1_600, [9]), 1_600)).toMatchObject({ width: 1_600, height: 1_600 });
  });

  it('means the area that a pixel covers', () => {
    expect(reds(shrunk(grey([0, 100, 10, 30], [100, 200, 20, 40]), 2))).toEqual([100, 25]);
    expect(reds(shrunk(grey([0, 90, 210]), 2))).toEqual([30, 170]);
  });

  it('makes colour of grey, and puts what is see-through on white', () => {
    expect([...shrunk(grey([7]), 9).data]).toEqual([7, 7, 7]);
    expect([...shrunk(plain(1, 1, [200, 100, 0, 0]), 9).data]).toEqual([255, 255, 255]);
    expect([...shrunk(plain(1, 1, [200, 100, 0, 255]), 9).data]).toEqual([200, 100, 0]);
    expect([...shrunk(plain(1, 1, [200, 100, 0, 51]), 9).data]).toEqual([244, 224, 204]);
  });

  it('leaves one plain colour as it is, at every size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 255 }),
        (width, height, side, value) => {
          const small = shrunk(plain(width, height, [value, 255 - value, value]), side);
          expect(Math.max(small.width, small.height)).toBe(Math.min(side, Math.max(width, height)));
          expect([...small.data]).toEqual([...plain(small.width, small.height, [value, 255 - value, value]).data]);
        },
      ),
    );
  });

  it('shares no memory with the source', () => {
    const source = plain(2, 2, [1, 2, 3]);
    const copy = shrunk(source, 5);
    source.data.fill(0);
    expect([...copy.data.subarray(0, 3)]).toEqual([1, 2, 3]);
  });
});

describe('turning a picture upright', () => {
  /** EXIF: where the stored rows and columns begin, as one sees the scene. Stored: 1 2 3 over 4 5 6. */
  const seen: Record<number, readonly (readonly number[])[]> = {
    1: [
      [1, 2, 3],
      [4, 5, 6],
    ],
    2: [
      [3, 2, 1],
      [6, 5, 4],
    ],
    3: [
      [6, 5, 4],
      [3, 2, 1],
    ],
    4: [
      [4, 5, 6],
      [1, 2, 3],
    ],
    5: [
      [1, 4],
      [2, 5],
      [3, 6],
    ],
    6: [
      [4, 1],
      [5, 2],
      [6, 3],
    ],
    7: [
      [6, 3],
      [5, 2],
      [4, 1],
    ],
    8: [
      [3, 6],
      [2, 5],
      [1, 4],
    ],
  };

  it.each(Object.entries(seen))('orientation %s', (orientation, rows) => {
    const { width, height, data } = upright(grey([1, 2, 3], [4, 5, 6]), Number(orientation));
    expect({ width, height, data: [...data] }).toEqual({
      width: rows[0]!.length,
      height: rows.length,
      data: rows.flat(),
    });
  });
});
