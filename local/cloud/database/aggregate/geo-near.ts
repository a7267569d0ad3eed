import { requestFailed } from '../errors';
import { queryLanguage } from '../query/interpreter';
import { readGeometry, readPosition } from '../geo/geometry';
import { readReach } from '../geo/near';
import { earthRadiusMetres } from '../geo/sphere';
import type { Measure } from '../metrics';
import { valueAt } from '../values/path';
import { scanNear } from '../read/scan-near';
import type { Collection } from '../storage/catalog';
import { targetAt } from '../update/target';
import { cloneValue, isFields, type Fields, type Value } from '../values/value';
import type { View } from '../read/view';

/** The cloud's default number of documents of a `$geoNear`. */
const defaultNumber = 100;

/** The stage `$geoNear`: documents from near to far, with their distance. */
export function geoNear(view: View, collection: Collection, argument: Value, measure: Measure): Fields[] {
  if (!isFields(argument)) throw requestFailed('$geoNear needs an object');
  const {
    near,
    distanceField,
    includeLocs,
    key,
    query = {},
    distanceMultiplier = 1,
    maxDistance,
    minDistance,
  } = argument;
  const isGeoJson = isFields(near) && near['type'] !== undefined;
  const unit = isGeoJson ? earthRadiusMetres : 1;
  const centre = isGeoJson ? readGeometry(near)?.points[0] : readPosition(near);
  if (centre === undefined) throw requestFailed("$geoNear requires a 'near' option as a point");
  if (typeof distanceField !== 'string' || distanceField === '')
    throw requestFailed("$geoNear requires a 'distanceField' option as a String");
  if (!isFields(query) || typeof distanceMultiplier !== 'number')
    throw requestFailed('$geoNear has a malformed query or distanceMultiplier');
  const path = typeof key === 'string' ? key : undefined;
  const hits = scanNear({
    view,
    collection,
    near: { path, centre, unit, ...readReach(maxDistance, minDistance, unit) },
    filter: query,
    measure,
  });
  const matches = queryLanguage.matcher(query);
  const found: Fields[] = [];
  const most = Number(argument['limit'] ?? argument['num'] ?? defaultNumber);
  for (const { document, distance, path: place } of hits) {
    if (!matches(document)) continue;
    const copy: Fields = cloneValue(document);
    targetAt(copy, distanceField).write(distance * unit * distanceMultiplier);
    if (typeof includeLocs === 'string') targetAt(copy, includeLocs).write(valueAt(document, place) ?? null);
    found.push(copy);
    if (found.length >= most) break;
  }
  return found;
}
