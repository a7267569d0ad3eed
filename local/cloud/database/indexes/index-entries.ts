import { writeFailed } from '../errors';
import { cellKeysOf } from '../geo/cells';
import { readGeometry } from '../geo/geojson';
import type { IndexDefinition } from '../storage/catalog';
import type { IndexField } from '../types';
import { encodeValue, invert, type IndexValue } from '../values/key-encoding';
import { valueAt } from '../values/path';
import type { StoredDocument } from '../values/value';
import { indexValues } from './index-values';

export interface IndexEntries {
  readonly keys: Buffer[];
  /** Paths that are arrays in this document. */
  readonly arrayPaths: string[];
}

/**
 * The keys under which an index has a document.
 * @throws DatabaseError for two arrays side by side, and for what is no geometry under a 2dsphere index
 */
export function indexEntriesOf(document: StoredDocument, index: IndexDefinition): IndexEntries {
  const { plain, geo } = pathsOf(index);
  const { tuples, arrayPaths, isPresent } = indexValues(document, plain);
  const geoKeys = new Map(geo.map((name) => [name, geoKeysOf(document, name)]));
  const isOmitted =
    geoKeys.size > 0 ? ![...geoKeys.values()].some((keys) => keys !== undefined) : index.sparse && !isPresent;
  if (isOmitted) return { keys: [], arrayPaths };
  const keys = tuples.flatMap((tuple) => joinKeys(index.fields, tuple, geoKeys));
  return {
    keys: keys.length === 1 ? keys : [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()],
    arrayPaths,
  };
}

interface IndexPaths {
  readonly plain: readonly string[];
  readonly geo: readonly string[];
}

const knownPaths = new WeakMap<readonly IndexField[], IndexPaths>();

/** The paths of an index by what they hold; taken apart once for each index. */
function pathsOf({ fields }: IndexDefinition): IndexPaths {
  const known = knownPaths.get(fields);
  if (known) return known;
  const namesOf = (isGeo: boolean) =>
    fields.filter(({ direction }) => (direction === '2dsphere') === isGeo).map(({ name }) => name);
  const paths = { plain: namesOf(false), geo: namesOf(true) };
  knownPaths.set(fields, paths);
  return paths;
}

/** @returns undefined for a document without a geometry */
function geoKeysOf(document: StoredDocument, path: string): Buffer[] | undefined {
  const value = valueAt(document, path);
  if (value === undefined || value === null) return undefined;
  const geometry = readGeometry(value);
  if (geometry === undefined)
    throw writeFailed(`Can't extract geo keys: the field '${path}' holds no geometry: ${JSON.stringify(value)}`);
  return cellKeysOf(geometry);
}

/** The key of one tuple; several where a geometry lies in several cells. */
function joinKeys(
  fields: readonly IndexField[],
  tuple: readonly IndexValue[],
  geoKeys: ReadonlyMap<string, Buffer[] | undefined>,
): Buffer[] {
  if (geoKeys.size === 0)
    return [Buffer.concat(fields.map(({ direction }, at) => encodeField(tuple[at], direction === -1 ? -1 : 1)))];
  const values = tuple.values();
  let keys: Buffer[][] = [[]];
  for (const { name, direction } of fields) {
    const fieldKeys =
      direction === '2dsphere'
        ? (geoKeys.get(name) ?? [encodeValue(null)])
        : [encodeField(values.next().value, direction)];
    keys = keys.flatMap((prefix) => fieldKeys.map((key) => [...prefix, key]));
  }
  return keys.map((fieldKeys) => Buffer.concat(fieldKeys));
}

const encodeField = (value: IndexValue, direction: 1 | -1): Buffer =>
  direction === -1 ? invert(encodeValue(value)) : encodeValue(value);
