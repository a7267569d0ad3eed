import { requestFailed } from '../errors';
import { isFields, type Fields, type Value } from '../values/value';
import { readGeometry, readPosition } from './geojson';
import { earthRadiusMetres, type Position } from './sphere';

/** What a `$near` asks for. Distances are in radians. */
export interface Near {
  readonly path: string;
  readonly centre: Position;
  readonly maxRadians: number;
  readonly minRadians: number;
  /** Turns radians into what the query counts in: metres for GeoJSON, radians for a legacy pair. */
  readonly unitsPerRadian: number;
}

/** Takes `$near` or `$nearSphere` out of a filter. */
export function extractNear(filter: Fields): { near: Near | undefined; rest: Fields } {
  const rest: Fields = {};
  let near: Near | undefined;
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(condition)) {
      const parts = condition.map((part) => (isFields(part) ? extractNear(part) : { near: undefined, rest: {} }));
      near = parts.find((part) => part.near !== undefined)?.near ?? near;
      rest[name] = parts.map((part) => part.rest);
      continue;
    }
    const operator = isFields(condition) ? ['$near', '$nearSphere'].find((known) => known in condition) : undefined;
    if (operator === undefined || !isFields(condition)) rest[name] = condition;
    else near = readNear(name, operator, condition);
  }
  return { near, rest };
}

function readNear(path: string, operator: string, condition: Fields): Near {
  const argument = condition[operator] ?? null;
  const geometry = isFields(argument) ? argument['$geometry'] : undefined;
  const options = geometry === undefined ? condition : isFields(argument) ? argument : {};
  const unitsPerRadian = geometry === undefined ? 1 : earthRadiusMetres;
  const centre = geometry === undefined ? readPosition(argument) : readGeometry(geometry)?.points[0];
  if (centre === undefined) throw requestFailed(`invalid point in geo near query: ${JSON.stringify(argument)}`);
  return {
    path,
    centre,
    unitsPerRadian,
    ...readDistances(options['$maxDistance'], options['$minDistance'], unitsPerRadian),
  };
}

/** @throws DatabaseError for a distance that is no number or below 0 */
export function readDistances(
  maxDistance: Value | undefined,
  minDistance: Value | undefined,
  unitsPerRadian: number,
): { maxRadians: number; minRadians: number } {
  const read = (value: Value | undefined, fallback: number): number => {
    if (value === undefined) return fallback;
    if (typeof value !== 'number' || value < 0)
      throw requestFailed('maxDistance and minDistance must be non-negative numbers');
    return value / unitsPerRadian;
  };
  return { maxRadians: Math.min(Math.PI, read(maxDistance, Math.PI)), minRadians: read(minDistance, 0) };
}

const firstRadiusRadians = 200 / earthRadiusMetres;

/** Of the radius. What lies in a circle is read from near to far, so that a wide one costs keys, not documents. */
const growth = 1.5;

/** Ever larger circles, until the farthest that is asked for. */
export function* growingRadii(maxRadians: number): Generator<number> {
  for (let radiusRadians = firstRadiusRadians; radiusRadians < maxRadians; radiusRadians *= growth) yield radiusRadians;
  yield maxRadians;
}
