import { allEdges, edgesOf, polygonEdges, positionsOf, type Geometry, type Polygon, type Ring } from './geometry';
import {
  centreOf,
  cross,
  distanceRadians,
  distanceToSegment,
  dot,
  segmentsMeet,
  vectorOf,
  type Position,
  type Vector,
} from './sphere';

/** Distance in radians from a point to the nearest part of a geometry; 0 inside a polygon. */
export function distanceTo(geometry: Geometry, point: Position): number {
  if (geometry.polygons.some((polygon) => isInPolygon(polygon, point))) return 0;
  const toPoints = geometry.points.map((other) => distanceRadians(other, point));
  const toEdges = allEdges(geometry).map(([from, to]) => distanceToSegment(point, from, to));
  return Math.min(Infinity, ...toPoints, ...toEdges);
}

const edgeToleranceRadians = 1e-12;

/** True inside the outer ring and in none of the holes; an edge counts as inside. */
export function isInPolygon(polygon: Polygon, point: Position): boolean {
  const [outer, ...holes] = polygon;
  if (outer === undefined) return false;
  if (polygonEdges(polygon).some(([from, to]) => distanceToSegment(point, from, to) < edgeToleranceRadians))
    return true;
  return isInRing(outer, point) && !holes.some((hole) => isInRing(hole, point));
}

/**
 * Projects the ring from the centre of the earth onto the plane that touches its middle: geodesics are straight lines
 * there, so that the even-odd rule decides. A ring encloses less than half of the globe.
 */
function isInRing(ring: Ring, point: Position): boolean {
  const centre = vectorOf(centreOf(ring));
  const axes = planeAxes(centre);
  const target = project(vectorOf(point), centre, axes);
  if (target === undefined) return false;
  let isInside = false;
  for (const [from, to] of edgesOf(ring)) {
    const [a, b] = [project(vectorOf(from), centre, axes), project(vectorOf(to), centre, axes)];
    if (a === undefined || b === undefined) return false;
    if (a[1] > target[1] === b[1] > target[1]) continue;
    if (target[0] < ((b[0] - a[0]) * (target[1] - a[1])) / (b[1] - a[1]) + a[0]) isInside = !isInside;
  }
  return isInside;
}

function planeAxes(centre: Vector): [Vector, Vector] {
  const helper: Vector = Math.abs(centre[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
  const first = cross(helper, centre);
  return [first, cross(centre, first)];
}

function project(vector: Vector, centre: Vector, [first, second]: [Vector, Vector]): [number, number] | undefined {
  const depth = dot(vector, centre);
  return depth <= 1e-9 ? undefined : [dot(vector, first) / depth, dot(vector, second) / depth];
}

/** True when the whole of `inner` lies in one of the polygons. */
export function isWithinPolygons(inner: Geometry, polygons: readonly Polygon[]): boolean {
  const positions = positionsOf(inner);
  return polygons.some(
    (polygon) => positions.every((position) => isInPolygon(polygon, position)) && !crosses(inner, polygon),
  );
}

/**
 * An edge leaves a polygon when its middle does, or where it truly crosses an edge; holes must not lie in what is
 * inside.
 */
function crosses(inner: Geometry, polygon: Polygon): boolean {
  const border = polygonEdges(polygon);
  const leaves = allEdges(inner).some(([from, to]) => {
    if (!isInPolygon(polygon, centreOf([from, to]))) return true;
    return border.some(([a, b]) => segmentsCross(from, to, a, b));
  });
  const holes = polygon.slice(1);
  return (
    leaves ||
    inner.polygons.some((other) => holes.some((hole) => hole.some((position) => isStrictlyIn(other, position))))
  );
}

function segmentsCross(a: Position, b: Position, c: Position, d: Position): boolean {
  const ends = [
    distanceToSegment(a, c, d),
    distanceToSegment(b, c, d),
    distanceToSegment(c, a, b),
    distanceToSegment(d, a, b),
  ];
  return ends.every((distance) => distance > edgeToleranceRadians) && segmentsMeet(a, b, c, d);
}

function isStrictlyIn(polygon: Polygon, position: Position): boolean {
  return (
    isInPolygon(polygon, position) &&
    polygonEdges(polygon).every(([from, to]) => distanceToSegment(position, from, to) > edgeToleranceRadians)
  );
}

/** True when two geometries share at least one point. */
export function intersects(a: Geometry, b: Geometry): boolean {
  return (
    hasPositionOn(a, b) ||
    hasPositionOn(b, a) ||
    allEdges(a).some(([from, to]) => allEdges(b).some(([c, d]) => segmentsMeet(from, to, c, d)))
  );
}

/** A point or corner of `a` lies on `b`. */
function hasPositionOn(a: Geometry, b: Geometry): boolean {
  return positionsOf(a).some((position) => distanceTo(b, position) < edgeToleranceRadians);
}
