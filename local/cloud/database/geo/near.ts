import { requestFailed } from '../errors';
import { boundsOf } from '../planner/bounds';
import { cellIntervals, shapeOf } from '../planner/constraints';
import { stretchOf } from '../planner/intervals';
import type { Collection, IndexDefinition } from '../storage/catalog';
import type { KeyRange } from '../storage/store';
import { isFields, type Fields, type Value } from '../value';
import { readGeometry, readPosition } from './geometry';
import { capBoxes, earthRadiusMetres, type Position } from './sphere';

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

export interface NearIndex {
  index: IndexDefinition;
  path: string;
  /** beginnings of keys: the equalities on the fields before the place */
  prefixes: Buffer[];
}

/** @throws DatabaseError without a 2dsphere index that the filter can enter, as in MongoDB */
export function nearIndex(collection: Collection, path: string | undefined, filter: Fields): NearIndex {
  const shape = shapeOf(filter);
  for (const index of collection.indexes) {
    const at = index.fields.findIndex(
      ({ name, direction }) => direction === '2dsphere' && (path === undefined || name === path),
    );
    const field = index.fields[at];
    if (field === undefined) continue;
    const { equalities, ranges } = boundsOf({ ...index, fields: index.fields.slice(0, at) }, shape);
    if (equalities === at) return { index, path: field.name, prefixes: ranges.map(({ low }) => low) };
  }
  throw requestFailed('unable to find index for $geoNear query');
}

/** The stretches of an index below some prefixes that hold everything within an angle of a centre. */
export function nearRanges(prefixes: readonly Buffer[], centre: Position, radius: number): KeyRange[] {
  const stretches = cellIntervals(capBoxes(centre, radius)).map((interval) => stretchOf(interval, false));
  return prefixes.flatMap((prefix) =>
    stretches.map(({ from, to }) => ({ low: Buffer.concat([prefix, from]), high: Buffer.concat([prefix, to]) })),
  );
}

const firstRadius = 200 / earthRadiusMetres;

/** Ever larger circles, until the farthest that is asked for. */
export function* growingRadii(most: number): Generator<number> {
  for (let radius = firstRadius; radius < most; radius *= 2) yield radius;
  yield most;
}
