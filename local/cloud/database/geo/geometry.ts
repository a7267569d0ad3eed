import { isFields, type Fields, type Value } from '../values/value';
import {
  angularDistance,
  centreOf,
  cross,
  distanceToSegment,
  dot,
  enclosingBoxes,
  segmentsMeet,
  vectorOf,
  type Box,
  type Position,
  type Vector,
} from './sphere';

export type Ring = readonly Position[];
/** An outer ring and its holes. */
export type Polygon = readonly Ring[];

/** Any GeoJSON geometry, taken apart. */
export interface Geometry {
  points: readonly Position[];
  lines: readonly Ring[];
  polygons: readonly Polygon[];
}

const none: Geometry = { points: [], lines: [], polygons: [] };

/** Reads GeoJSON, `[longitude, latitude]` or an object of two numbers; undefined when it is no valid geometry. */
export function readGeometry(value: Value | undefined): Geometry | undefined {
  if (Array.isArray(value)) return onlyIf(readPosition(value), (point) => ({ ...none, points: [point] }));
  if (!isFields(value)) return undefined;
  if (typeof value['type'] === 'string') return readGeoJson(value['type'], value);
  const numbers = Object.values(value);
  return onlyIf(readPosition(numbers.slice(0, 2)), (point) => ({ ...none, points: [point] }));
}

function readGeoJson(type: string, value: Fields): Geometry | undefined {
  const { coordinates, geometries } = value;
  switch (type) {
    case 'Point':
      return onlyIf(readPosition(coordinates), (point) => ({ ...none, points: [point] }));
    case 'MultiPoint':
      return onlyIf(readAll(coordinates, readPosition), (points) => ({ ...none, points }));
    case 'LineString':
      return onlyIf(readLine(coordinates), (line) => ({ ...none, lines: [line] }));
    case 'MultiLineString':
      return onlyIf(readAll(coordinates, readLine), (lines) => ({ ...none, lines }));
    case 'Polygon':
      return onlyIf(readPolygon(coordinates), (polygon) => ({ ...none, polygons: [polygon] }));
    case 'MultiPolygon':
      return onlyIf(readAll(coordinates, readPolygon), (polygons) => ({ ...none, polygons }));
    case 'GeometryCollection':
      return onlyIf(readAll(geometries, readGeometry), (parts) => parts.reduce(join, none));
    default:
      return undefined;
  }
}

function onlyIf<T, R>(value: T | undefined, make: (value: T) => R): R | undefined {
  return value === undefined ? undefined : make(value);
}

const join = (a: Geometry, b: Geometry): Geometry => ({
  points: [...a.points, ...b.points],
  lines: [...a.lines, ...b.lines],
  polygons: [...a.polygons, ...b.polygons],
});

/** @returns undefined unless both numbers are on the globe */
export function readPosition(value: Value | undefined): Position | undefined {
  if (!Array.isArray(value)) return undefined;
  const [longitude, latitude] = value;
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : undefined;
}

function readAll<T>(value: Value | undefined, read: (item: Value) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const items = value.map(read).filter((item) => item !== undefined);
  return items.length === value.length ? items : undefined;
}

function readLine(value: Value | undefined): Ring | undefined {
  const line = readAll(value, readPosition);
  return line !== undefined && line.length >= 2 ? line : undefined;
}

function readPolygon(value: Value | undefined): Polygon | undefined {
  return readAll(value, readRing);
}

/** A ring has at least four positions and ends where it began. */
function readRing(value: Value): Ring | undefined {
  const ring = readAll(value, readPosition);
  const [first, last] = [ring?.[0], ring?.[ring.length - 1]];
  if (ring === undefined || ring.length < 4 || first === undefined || last === undefined) return undefined;
  return first[0] === last[0] && first[1] === last[1] ? ring : undefined;
}

const edgesOf = (ring: Ring): [Position, Position][] => ring.slice(1).map((to, at) => [ring[at] ?? to, to]);
const polygonEdges = (polygon: Polygon): [Position, Position][] => polygon.flatMap(edgesOf);
const allEdges = (geometry: Geometry): [Position, Position][] => [
  ...geometry.lines.flatMap(edgesOf),
  ...geometry.polygons.flatMap(polygonEdges),
];

/** Every corner and point of a geometry. */
export function positionsOf(geometry: Geometry): Position[] {
  return [...geometry.points, ...geometry.lines.flat(), ...geometry.polygons.flat(2)];
}

/** Boxes that enclose a geometry, each part by itself. */
export function boxesOf(geometry: Geometry): Box[] {
  const parts = [
    ...geometry.points.map((point) => [point]),
    ...geometry.lines,
    ...geometry.polygons.map((polygon) => polygon.flat()),
  ];
  return parts.flatMap((part) => enclosingBoxes(part));
}

/** Distance in radians from a point to the nearest part of a geometry; 0 inside a polygon. */
export function distanceTo(geometry: Geometry, point: Position): number {
  if (geometry.polygons.some((polygon) => polygonHolds(polygon, point))) return 0;
  const toPoints = geometry.points.map((other) => angularDistance(other, point));
  const toEdges = allEdges(geometry).map(([from, to]) => distanceToSegment(point, from, to));
  return Math.min(Infinity, ...toPoints, ...toEdges);
}

const onEdge = 1e-12;

/** True inside the outer ring and in none of the holes; an edge counts as inside. */
export function polygonHolds(polygon: Polygon, point: Position): boolean {
  const [outer, ...holes] = polygon;
  if (outer === undefined) return false;
  if (polygonEdges(polygon).some(([from, to]) => distanceToSegment(point, from, to) < onEdge)) return true;
  return ringHolds(outer, point) && !holes.some((hole) => ringHolds(hole, point));
}

/**
 * Looks at the ring from the centre of the earth: on the plane that touches its middle, geodesics are straight lines,
 * so that the even-odd rule decides. A ring encloses less than half of the globe.
 */
function ringHolds(ring: Ring, point: Position): boolean {
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
    (polygon) => positions.every((position) => polygonHolds(polygon, position)) && !crosses(inner, polygon),
  );
}

/** An edge leaves a polygon when its middle does, or where it truly crosses an edge; holes must not lie in what is inside. */
function crosses(inner: Geometry, polygon: Polygon): boolean {
  const border = polygonEdges(polygon);
  const leaves = allEdges(inner).some(([from, to]) => {
    if (!polygonHolds(polygon, centreOf([from, to]))) return true;
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
  return ends.every((distance) => distance > onEdge) && segmentsMeet(a, b, c, d);
}

function isStrictlyIn(polygon: Polygon, position: Position): boolean {
  return (
    polygonHolds(polygon, position) &&
    polygonEdges(polygon).every(([from, to]) => distanceToSegment(position, from, to) > onEdge)
  );
}

/** True when two geometries share at least one point. */
export function intersects(a: Geometry, b: Geometry): boolean {
  return (
    touches(a, b) ||
    touches(b, a) ||
    allEdges(a).some(([from, to]) => allEdges(b).some(([c, d]) => segmentsMeet(from, to, c, d)))
  );
}

/** A point or corner of `a` lies on `b`. */
function touches(a: Geometry, b: Geometry): boolean {
  return positionsOf(a).some((position) => distanceTo(b, position) < onEdge);
}
