import { earthRadiusMetres, type Gcj02Point } from '../../../../miniprogram/contracts/distance';
import { enclosingCircle, isWithin, planeDistance, type Circle, type PlanePoint } from './enclosing-circle';

/** Where one more station helps most. */
export interface NextStation {
  readonly gcj02: Gcj02Point;
  /** Which of the sites it reaches, by their place in the list. */
  readonly reached: readonly number[];
}

/**
 * Where one more station reaches the most of these sites, none of which is reached yet. Of a set of sites that one
 * circle holds, some circle has two of them on its edge or one in its centre, so that these circles are all that need
 * to be tried (docs/stations.md). Among equals the one whose farthest site is nearest; it stands in the middle of its
 * sites.
 * @param radiusMetres how far the circle reaches in a straight line
 */
export function nextStation(sites: readonly Gcj02Point[], radiusMetres: number): NextStation | undefined {
  const plane = planeAround(sites);
  const points = sites.map((site) => plane.to(site));
  let best: { readonly reached: readonly number[]; readonly circle: Circle } | undefined;
  const tried = new Set<string>();
  for (const centre of candidates(points, radiusMetres)) {
    const circle = { centre, radius: radiusMetres };
    if (countWithin(circle, points) < (best?.reached.length ?? 0)) continue;
    const reached = points.flatMap((point, index) => (isWithin(circle, point) ? [index] : []));
    const key = reached.join();
    if (tried.has(key)) continue;
    tried.add(key);
    const smallest = enclosingCircle(reached.flatMap((index) => points[index] ?? []));
    const isBetter = !best || reached.length > best.reached.length || smallest.radius < best.circle.radius;
    if (isBetter) best = { reached, circle: smallest };
  }
  return best && { gcj02: plane.from(best.circle.centre), reached: best.reached };
}

/** Most circles hold fewer than one that was seen before: they are counted, and no more. */
function countWithin(circle: Circle, points: readonly PlanePoint[]): number {
  let count = 0;
  for (const point of points) if (isWithin(circle, point)) count += 1;
  return count;
}

function* candidates(points: readonly PlanePoint[], radius: number): Generator<PlanePoint> {
  yield* points;
  for (const [index, one] of points.entries())
    for (const other of points.slice(index + 1)) yield* circleCrossings(one, other, radius);
}

/** Where the circles around two points cross: the centres of the circles that have both on their edge. */
function circleCrossings(one: PlanePoint, other: PlanePoint, radius: number): readonly PlanePoint[] {
  const apart = planeDistance(one, other);
  if (apart === 0 || apart > 2 * radius) return [];
  const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  const aside = Math.sqrt(radius * radius - (apart * apart) / 4) / apart;
  const [dx, dy] = [(other.y - one.y) * aside, (one.x - other.x) * aside];
  return [
    { x: middle.x + dx, y: middle.y + dy },
    { x: middle.x - dx, y: middle.y - dy },
  ];
}

/** A plane that touches the earth amid the points; over the few kilometres of a street it is true to the metre. */
function planeAround(points: readonly Gcj02Point[]) {
  const count = Math.max(1, points.length);
  const latitude = points.reduce((sum, point) => sum + point.latitude, 0) / count;
  const longitude = points.reduce((sum, point) => sum + point.longitude, 0) / count;
  const perDegree = (Math.PI / 180) * earthRadiusMetres;
  const shrink = Math.cos((latitude * Math.PI) / 180);
  return {
    to: (point: Gcj02Point): PlanePoint => ({
      x: (point.longitude - longitude) * perDegree * shrink,
      y: (point.latitude - latitude) * perDegree,
    }),
    from: ({ x, y }: PlanePoint): Gcj02Point => ({
      latitude: latitude + y / perDegree,
      longitude: longitude + x / (perDegree * shrink),
    }),
  };
}
