import type { Gcj02Point } from '../../../../miniprogram/contracts/distance';

/** A grid by what lies in it. */
export interface BoundedGrid {
  readonly gridId: string;
  readonly boundary?: readonly Gcj02Point[];
}

/** Where a point is to an area. */
export type Containment = 'inside' | 'edge' | 'outside';

/** About a tenth of a millimetre: what is nearer to a line than this lies on it. */
const toleranceDegrees = 1e-9;

/**
 * Where a point lies to the area that the corners enclose, counted on the plane of degrees: a grid is a few hundred
 * metres wide. The last corner joins the first.
 */
export function containmentOf(point: Gcj02Point, corners: readonly Gcj02Point[]): Containment {
  let isInside = false;
  for (const [index, to] of corners.entries()) {
    const from = corners.at(index - 1) ?? to;
    if (isOnLine(point, from, to)) return 'edge';
    if (isCrossed(point, from, to)) isInside = !isInside;
  }
  return isInside ? 'inside' : 'outside';
}

/** Whether a ray that runs east from the point crosses the line. */
function isCrossed({ latitude, longitude }: Gcj02Point, from: Gcj02Point, to: Gcj02Point): boolean {
  if (from.latitude > latitude === to.latitude > latitude) return false;
  const share = (latitude - from.latitude) / (to.latitude - from.latitude);
  return longitude < from.longitude + share * (to.longitude - from.longitude);
}

function isOnLine({ latitude, longitude }: Gcj02Point, from: Gcj02Point, to: Gcj02Point): boolean {
  const [lineX, lineY] = [to.longitude - from.longitude, to.latitude - from.latitude];
  const [pointX, pointY] = [longitude - from.longitude, latitude - from.latitude];
  const squared = lineX * lineX + lineY * lineY;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (pointX * lineX + pointY * lineY) / squared));
  return Math.hypot(pointX - share * lineX, pointY - share * lineY) <= toleranceDegrees;
}

/**
 * The one grid that a point belongs to (S1-05). A point in several, or on the line between two, belongs to the one
 * whose id comes first, compared character by character; a grid without a boundary has none. Undefined where no grid
 * has it.
 */
export function gridAt<Grid extends BoundedGrid>(point: Gcj02Point, grids: readonly Grid[]): Grid | undefined {
  const holding = grids.filter(({ boundary = [] }) => containmentOf(point, boundary) !== 'outside');
  return holding.reduce<Grid | undefined>(
    (first, grid) => (first === undefined || grid.gridId < first.gridId ? grid : first),
    undefined,
  );
}

/**
 * Whether an outline crosses itself, so that nobody could walk around what it encloses. Lines that only touch are no
 * crossing.
 */
export function crossesItself(corners: readonly Gcj02Point[]): boolean {
  const lines = corners.map((from, index) => [from, corners[(index + 1) % corners.length] ?? from] as const);
  return lines.some(([a, b], index) => lines.slice(index + 1).some(([c, d]) => isBetween(a, b, c, d)));
}

/** Whether two lines cross: each has the ends of the other on both its sides. */
function isBetween(a: Gcj02Point, b: Gcj02Point, c: Gcj02Point, d: Gcj02Point): boolean {
  return sideOf(a, b, c) * sideOf(a, b, d) < 0 && sideOf(c, d, a) * sideOf(c, d, b) < 0;
}

/** 1 left of a line, -1 right of it, 0 on it. */
function sideOf(from: Gcj02Point, to: Gcj02Point, point: Gcj02Point): number {
  return Math.sign(
    (to.longitude - from.longitude) * (point.latitude - from.latitude) -
      (to.latitude - from.latitude) * (point.longitude - from.longitude),
  );
}
