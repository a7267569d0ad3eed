import { requestFailed } from '../errors';
import { readGeometry, readPosition } from '../geo/geojson';
import { readDistances } from '../geo/near';
import { earthRadiusMetres } from '../geo/sphere';
import type { Metrics } from '../metrics';
import { queryLanguage } from '../query/interpreter';
import { scanNear, type NearRequest } from '../read/scan-near';
import type { View } from '../read/view';
import type { Collection } from '../storage/catalog';
import { targetAt } from '../update/target';
import { valueAt } from '../values/path';
import { cloneValue, isFields, type Fields, type Value } from '../values/value';
import { fieldPath } from './field-path';

/** The cloud's default number of documents of a `$geoNear`. */
const defaultLimit = 100;

interface GeoNearOptions {
  readonly near: NearRequest['near'];
  readonly filter: Fields;
  readonly distanceField: string;
  readonly distanceMultiplier: number;
  /** The field that the position of a document is written to. */
  readonly positionField: string | undefined;
  readonly limit: number;
}

/** @throws DatabaseError that names what is missing or malformed */
function readOptions(argument: Value): GeoNearOptions {
  if (!isFields(argument)) throw requestFailed('$geoNear needs an object');
  const { near, distanceField, includeLocs, key, query = {}, distanceMultiplier = 1 } = argument;
  const isGeoJson = isFields(near) && near['type'] !== undefined;
  const unitsPerRadian = isGeoJson ? earthRadiusMetres : 1;
  const centre = isGeoJson ? readGeometry(near)?.points[0] : readPosition(near);
  if (centre === undefined) throw requestFailed("$geoNear requires a 'near' option as a point");
  if (typeof distanceField !== 'string' || distanceField === '')
    throw requestFailed("$geoNear requires a 'distanceField' option as a String");
  if (!isFields(query)) throw requestFailed("$geoNear requires a 'query' option as an object");
  if (typeof distanceMultiplier !== 'number' || !(distanceMultiplier >= 0))
    throw requestFailed('$geoNear requires a non-negative number as distanceMultiplier');
  for (const [name, path] of Object.entries({ key, includeLocs }))
    if (path !== undefined && typeof path !== 'string') throw requestFailed(`$geoNear requires '${name}' as a String`);
  const distances = readDistances(argument['maxDistance'], argument['minDistance'], unitsPerRadian);
  return {
    near: { path: typeof key === 'string' ? key : undefined, centre, unitsPerRadian, ...distances },
    filter: query,
    distanceField: fieldPath(distanceField),
    distanceMultiplier,
    positionField: typeof includeLocs === 'string' ? fieldPath(includeLocs) : undefined,
    limit: limitOf(argument['limit'] ?? argument['num'] ?? defaultLimit),
  };
}

function limitOf(limit: Value): number {
  if (typeof limit === 'number' && Number.isInteger(limit) && limit > 0) return limit;
  throw requestFailed("$geoNear requires a positive whole number as 'limit'");
}

/** The stage `$geoNear`: documents from near to far, with their distance. */
export function geoNear(view: View, collection: Collection, argument: Value, metrics: Metrics): Fields[] {
  const { near, filter, distanceField, distanceMultiplier, positionField, limit } = readOptions(argument);
  const matches = queryLanguage.matcher(filter);
  const found: Fields[] = [];
  for (const { document, distanceRadians, path } of scanNear({ view, collection, near, filter, metrics })) {
    if (!matches(document)) continue;
    const copy: Fields = cloneValue(document);
    targetAt(copy, distanceField).write(distanceRadians * near.unitsPerRadian * distanceMultiplier);
    if (positionField !== undefined) targetAt(copy, positionField).write(valueAt(document, path) ?? null);
    found.push(copy);
    if (found.length >= limit) break;
  }
  return found;
}
