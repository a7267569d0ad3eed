import type { Gcj02Point } from '../../../../miniprogram/contracts/distance';

/**
 * The same area with at most so many corners: the corner that spans the smallest triangle with its neighbours goes
 * first (Visvalingam and Whyatt), and three stay.
 */
export function simplified(corners: readonly Gcj02Point[], most: number): readonly Gcj02Point[] {
  const left = [...corners];
  while (left.length > Math.max(3, most)) {
    const areas = left.map((point, index) => triangle(neighbour(left, index - 1), point, neighbour(left, index + 1)));
    left.splice(areas.indexOf(Math.min(...areas)), 1);
  }
  return left;
}

function neighbour(points: readonly Gcj02Point[], index: number): Gcj02Point {
  const found = points.at(index % points.length);
  if (!found) throw new Error('an area without corners');
  return found;
}

/** Twice the area of a triangle, in square degrees. */
function triangle(a: Gcj02Point, b: Gcj02Point, c: Gcj02Point): number {
  return Math.abs(
    (b.longitude - a.longitude) * (c.latitude - a.latitude) - (c.longitude - a.longitude) * (b.latitude - a.latitude),
  );
}
