import fc from 'fast-check';
import { simplified } from '../../../cloudfunctions/core/place/rules/simplify';

const coordinate = fc.integer({ min: 0, max: 100_000 }).map((number) => number / 1_000_000);
const corner = fc.record({ latitude: coordinate, longitude: coordinate });

test('an area keeps the corners that it had, in their order, and as many as are drawn', () => {
  fc.assert(
    fc.property(fc.array(corner, { maxLength: 60 }), fc.integer({ min: 0, max: 40 }), (corners, most) => {
      const left = simplified(corners, most);
      expect(left).toHaveLength(Math.min(corners.length, Math.max(3, most)));
      let from = -1;
      for (const one of left) from = corners.indexOf(one, from + 1);
      expect(left.length === 0 || from >= 0).toBe(true);
    }),
  );
});

test('what goes first is a corner on a straight street', () => {
  const square = [
    { latitude: 0, longitude: 0 },
    { latitude: 0, longitude: 0.001 },
    { latitude: 0, longitude: 0.002 },
    { latitude: 0.002, longitude: 0.002 },
    { latitude: 0.002, longitude: 0 },
  ];
  expect(simplified(square, 4)).toEqual(square.filter((_, index) => index !== 1));
});
