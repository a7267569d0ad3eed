import { requestFailed } from '../errors';
import { isFields, type Fields, type Value } from '../values/value';
import { readGeometry, readPosition } from './geometry';
import { earthRadiusMetres, type Position } from './sphere';

/** What a `$near` asks for. Distances are in radians. */
export interface Near {
  path: string;
  centre: Position;
  most: number;
  least: number;
  /** turns radians into what the query counts in: metres for GeoJSON, radians for a legacy pair */
  unit: number;
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
  const unit = geometry === undefined ? 1 : earthRadiusMetres;
  const centre = geometry === undefined ? readPosition(argument) : readGeometry(geometry)?.points[0];
  if (centre === undefined) throw requestFailed(`invalid point in geo near query: ${JSON.stringify(argument)}`);
  return { path, centre, unit, ...readReach(options['$maxDistance'], options['$minDistance'], unit) };
}

/** @throws DatabaseError for a distance that is no number or below 0 */
export function readReach(
  most: Value | undefined,
  least: Value | undefined,
  unit: number,
): { most: number; least: number } {
  const read = (value: Value | undefined, otherwise: number): number => {
    if (value === undefined) return otherwise;
    if (typeof value !== 'number' || value < 0)
      throw requestFailed('maxDistance and minDistance must be non-negative numbers');
    return value / unit;
  };
  return { most: Math.min(Math.PI, read(most, Math.PI)), least: read(least, 0) };
}

const firstRadius = 200 / earthRadiusMetres;

/** Ever larger circles, until the farthest that is asked for. */
export function* growingRadii(most: number): Generator<number> {
  for (let radius = firstRadius; radius < most; radius *= 2) yield radius;
  yield most;
}
