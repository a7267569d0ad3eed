import fc from 'fast-check';
import { containmentOf, crossesItself, gridAt } from '../../../cloudfunctions/core/place/rules/boundary';

const at = (longitude: number, latitude: number) => ({ latitude, longitude });
const square = (west: number, south: number, size: number) => [
  at(west, south),
  at(west + size, south),
  at(west + size, south + size),
  at(west, south + size),
];

test('an outline that crosses itself is no boundary; one that goes back on its own line is', () => {
  const [a, b, c, d] = square(0, 0, 1);
  expect(crossesItself([a!, b!, c!, d!])).toBe(false);
  expect(crossesItself([a!, c!, b!, d!])).toBe(true);
  expect(crossesItself([a!, b!, c!, b!])).toBe(false);
  expect(crossesItself([at(0, 0), at(2, 0), at(2, 1), at(1, 1), at(1, 2), at(0, 2)])).toBe(false);
  expect(crossesItself([at(0, 0), at(4, 0), at(4, 3), at(2, -1), at(0, 3)])).toBe(true);
});

const hundredths = fc.integer({ min: 1, max: 99 }).map((number) => number / 100);

test('S1-05 a point on the street between two grids belongs to the one whose id comes first, in any order', () => {
  const west = { gridId: 'g2', boundary: square(0, 0, 1) };
  const east = { gridId: 'g1', boundary: square(1, 0, 1) };
  fc.assert(
    fc.property(hundredths, (latitude) => {
      expect(gridAt(at(1, latitude), [west, east])).toBe(east);
      expect(gridAt(at(1, latitude), [east, west])).toBe(east);
    }),
  );
  expect(gridAt(at(0.999, 0.5), [east, west])).toBe(west);
  expect(gridAt(at(2.1, 0.5), [east, west])).toBeUndefined();
  expect(gridAt(at(0.5, 0.5), [{ gridId: 'g0' }, west])).toBe(west);
});

test('a weighted middle of a triangle’s corners lies in it, and every mix of two of them on its edge', () => {
  const coordinate = fc.integer({ min: -500, max: 500 }).map((number) => number / 1000);
  const corner = fc.record({ latitude: coordinate, longitude: coordinate });
  const triangle = fc.tuple(corner, corner, corner).filter(([a, b, c]) => {
    const [x1, y1] = [b.longitude - a.longitude, b.latitude - a.latitude];
    const [x2, y2] = [c.longitude - a.longitude, c.latitude - a.latitude];
    return Math.abs(x1 * y2 - x2 * y1) > 0.001;
  });
  fc.assert(
    fc.property(triangle, hundredths, hundredths, ([a, b, c], one, other) => {
      const edge = mix(a, b, one);
      expect(containmentOf(edge, [a, b, c])).toBe('edge');
      expect(containmentOf(mix(edge, c, other), [a, b, c])).toBe('inside');
      expect(containmentOf(mix(edge, c, -other), [a, b, c])).toBe('outside');
    }),
  );
});

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
const mix = (from: Point, to: Point, share: number): Point => ({
  latitude: from.latitude + share * (to.latitude - from.latitude),
  longitude: from.longitude + share * (to.longitude - from.longitude),
});

test('a bay in the boundary lies outside', () => {
  const horseshoe = [at(0, 0), at(3, 0), at(3, 3), at(2, 3), at(2, 1), at(1, 1), at(1, 3), at(0, 3)];
  expect(containmentOf(at(1.5, 2), horseshoe)).toBe('outside');
  expect(containmentOf(at(0.5, 2), horseshoe)).toBe('inside');
  expect(containmentOf(at(1.5, 1), horseshoe)).toBe('edge');
});
