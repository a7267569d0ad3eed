import { isFields, type Fields, type Value } from '../values/value';
import type { Geometry, Polygon, Ring } from './geometry';
import type { Position } from './sphere';

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
