/** Longitude and latitude in degrees, in this order, as GeoJSON has them. */
export type Position = readonly [number, number];
/** A point of the unit sphere. */
export type Vector = readonly [number, number, number];

/** The radius that MongoDB turns metres into angles with. */
export const earthRadiusMetres = 6_378_100;

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;
const toDegrees = (radians: number): number => (radians * 180) / Math.PI;

export function vectorOf([longitude, latitude]: Position): Vector {
  const [lambda, phi] = [toRadians(longitude), toRadians(latitude)];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

export function positionOf([x, y, z]: Vector): Position {
  return [toDegrees(Math.atan2(y, x)), toDegrees(Math.atan2(z, Math.hypot(x, y)))];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
const length = (a: Vector): number => Math.hypot(a[0], a[1], a[2]);
const scale = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** Angle between two vectors in radians; exact for tiny and for nearly opposite ones. */
export function angleRadians(a: Vector, b: Vector): number {
  return Math.atan2(length(cross(a, b)), dot(a, b));
}

/** Great-circle distance in radians. */
export function distanceRadians(a: Position, b: Position): number {
  return angleRadians(vectorOf(a), vectorOf(b));
}

/** The direction that the positions point to on average: a centre for a cap around them. */
export function centreOf(positions: readonly Position[]): Position {
  const sum = positions.map(vectorOf).reduce(plus, [0, 0, 0]);
  return length(sum) < 1e-12 ? [0, 0] : positionOf(scale(sum, 1 / length(sum)));
}

/** Shortest angle from a point to the geodesic between two others. */
export function distanceToSegment(point: Position, from: Position, to: Position): number {
  const [p, a, b] = [vectorOf(point), vectorOf(from), vectorOf(to)];
  const normal = cross(a, b);
  const ends = Math.min(angleRadians(p, a), angleRadians(p, b));
  if (length(normal) < 1e-15) return ends;
  const isBeside = dot(cross(normal, a), p) >= 0 && dot(cross(b, normal), p) >= 0;
  return isBeside ? Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(p, normal) / length(normal))))) : ends;
}

/** True when two geodesics meet, their ends included. */
export function segmentsMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  const toleranceRadians = 1e-12;
  if (distanceToSegment(a, c, d) < toleranceRadians || distanceToSegment(b, c, d) < toleranceRadians) return true;
  if (distanceToSegment(c, a, b) < toleranceRadians || distanceToSegment(d, a, b) < toleranceRadians) return true;
  const [va, vb, vc, vd] = [vectorOf(a), vectorOf(b), vectorOf(c), vectorOf(d)];
  const crossing = cross(cross(va, vb), cross(vc, vd));
  return [crossing, scale(crossing, -1)].some((point) => isBetween(point, va, vb) && isBetween(point, vc, vd));
}

function isBetween(point: Vector, a: Vector, b: Vector): boolean {
  const normal = cross(a, b);
  return length(point) > 0 && dot(cross(normal, a), point) > 0 && dot(cross(b, normal), point) > 0;
}

/** A box in degrees; `west` never exceeds `east`. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** One or two boxes that enclose everything within an angle of a centre. */
export function capBoxes([longitude, latitude]: Position, radiusRadians: number): Box[] {
  const radiusDegrees = toDegrees(radiusRadians);
  const [south, north] = [Math.max(-90, latitude - radiusDegrees), Math.min(90, latitude + radiusDegrees)];
  if (south === -90 || north === 90) return [{ west: -180, south, east: 180, north }];
  const width = toDegrees(Math.asin(Math.min(1, Math.sin(radiusRadians) / Math.cos(toRadians(latitude)))));
  const [west, east] = [longitude - width, longitude + width];
  if (west < -180)
    return [
      { west: west + 360, south, east: 180, north },
      { west: -180, south, east, north },
    ];
  if (east > 180)
    return [
      { west, south, east: 180, north },
      { west: -180, south, east: east - 360, north },
    ];
  return [{ west, south, east, north }];
}

/** Boxes that enclose the positions and every geodesic between two of them. */
export function enclosingBoxes(positions: readonly Position[]): Box[] {
  const longitudes = positions.map(([longitude]) => longitude);
  const latitudes = positions.map(([, latitude]) => latitude);
  const box = {
    west: Math.min(...longitudes),
    south: Math.min(...latitudes),
    east: Math.max(...longitudes),
    north: Math.max(...latitudes),
  };
  const span = Math.max(box.east - box.west, box.north - box.south);
  const highest = Math.max(Math.abs(box.south), Math.abs(box.north));
  if (span > 1 || highest > 85) return capAround(positions);
  const bulge = toDegrees((toRadians(span) ** 2 / 8) * Math.tan(toRadians(highest))) * 1.1 + 1e-9;
  return [{ west: box.west - 1e-9, south: box.south - bulge, east: box.east + 1e-9, north: box.north + bulge }];
}

/** A cap below a hemisphere is convex: it holds the geodesics between all that it holds. */
function capAround(positions: readonly Position[]): Box[] {
  const centre = centreOf(positions);
  const radius = Math.max(...positions.map((position) => distanceRadians(centre, position)));
  return radius >= Math.PI / 2
    ? [{ west: -180, south: -90, east: 180, north: 90 }]
    : capBoxes(centre, radius * 1.0001 + 1e-11);
}
