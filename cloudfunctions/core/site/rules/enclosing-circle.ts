/** A point of the plane, in metres. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

export interface Circle {
  readonly centre: PlanePoint;
  readonly radius: number;
}

/** What rounding may add to a distance, in metres. */
export const roundingMetres = 1e-6;

export function planeDistance(one: PlanePoint, other: PlanePoint): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

export function isWithin({ centre, radius }: Circle, point: PlanePoint): boolean {
  return planeDistance(centre, point) <= radius + roundingMetres;
}

/** The smallest circle around some points, one at least: each point outside of the circle so far lies on its edge. */
export function enclosingCircle(points: readonly PlanePoint[]): Circle {
  return around(points, []);
}

function around(points: readonly PlanePoint[], edge: readonly PlanePoint[]): Circle {
  let circle = throughPoints(edge);
  points.forEach((point, index) => {
    if (circle && isWithin(circle, point)) return;
    const onEdge = [...edge, point];
    circle = onEdge.length === 3 ? throughPoints(onEdge) : around(points.slice(0, index), onEdge);
  });
  return circle ?? { centre: { x: 0, y: 0 }, radius: 0 };
}

function throughPoints([first, second, third]: readonly PlanePoint[]): Circle | undefined {
  if (!first) return undefined;
  if (!second) return { centre: first, radius: 0 };
  if (!third) {
    const centre = { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 };
    return { centre, radius: planeDistance(centre, first) };
  }
  return circumscribed(first, second, third);
}

/** Through three points; through the two farthest where they lie on one line. */
function circumscribed(first: PlanePoint, second: PlanePoint, third: PlanePoint): Circle {
  const [bx, by] = [second.x - first.x, second.y - first.y];
  const [cx, cy] = [third.x - first.x, third.y - first.y];
  const twice = 2 * (bx * cy - by * cx);
  if (Math.abs(twice) < roundingMetres) {
    const pairs = [throughPoints([first, second]), throughPoints([first, third]), throughPoints([second, third])];
    return pairs.flatMap((one) => one ?? []).reduce((largest, one) => (one.radius > largest.radius ? one : largest));
  }
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy];
  const offset = { x: (cy * bb - by * cc) / twice, y: (bx * cc - cx * bb) / twice };
  return {
    centre: { x: first.x + offset.x, y: first.y + offset.y },
    radius: Math.hypot(offset.x, offset.y),
  };
}
