import { writeFailed } from '../errors';
import { cellKeysOf } from '../geo/cells';
import { readGeometry } from '../geo/geometry';
import { indexValues } from './index-values';
import { encodeValue, invert, type IndexValue } from '../values/key-encoding';
import { valueAt } from '../values/path';
import type { IndexDefinition } from '../storage/catalog';
import type { IndexField } from '../types';
import type { StoredDocument } from '../values/value';

export interface IndexEntries {
  keys: Buffer[];
  /** paths that are arrays in this document */
  arrays: string[];
}

/**
 * The keys under which an index keeps a document.
 * @throws DatabaseError for two arrays side by side, and for what is no geometry under a 2dsphere index
 */
export function indexEntriesOf(document: StoredDocument, index: IndexDefinition): IndexEntries {
  const plain = index.fields.filter(({ direction }) => direction !== '2dsphere');
  const { tuples, arrays, isPresent } = indexValues(
    document,
    plain.map(({ name }) => name),
  );
  const places = new Map(
    index.fields.filter((field) => !plain.includes(field)).map(({ name }) => [name, placeKeys(document, name)]),
  );
  const isLeftOut =
    places.size > 0 ? ![...places.values()].some((keys) => keys !== undefined) : index.sparse && !isPresent;
  if (isLeftOut) return { keys: [], arrays };
  const joined = tuples.flatMap((tuple) => joinKeys(index.fields, tuple, places));
  return {
    keys: joined.length === 1 ? joined : [...new Map(joined.map((key) => [key.toString('latin1'), key])).values()],
    arrays,
  };
}

/** @returns undefined for a document without a place */
function placeKeys(document: StoredDocument, path: string): Buffer[] | undefined {
  const value = valueAt(document, path);
  if (value === undefined || value === null) return undefined;
  const geometry = readGeometry(value);
  if (geometry === undefined)
    throw writeFailed(`Can't extract geo keys: the field '${path}' holds no geometry: ${JSON.stringify(value)}`);
  return cellKeysOf(geometry);
}

/** The key of one tuple; several where a place lies in several cells. */
function joinKeys(
  fields: readonly IndexField[],
  tuple: readonly IndexValue[],
  places: ReadonlyMap<string, Buffer[] | undefined>,
): Buffer[] {
  const values = tuple.values();
  let keys: Buffer[][] = [[]];
  for (const { name, direction } of fields) {
    const parts =
      direction === '2dsphere'
        ? (places.get(name) ?? [encodeValue(null)])
        : [encodeField(values.next().value, direction)];
    keys = keys.flatMap((prefix) => parts.map((part) => [...prefix, part]));
  }
  return keys.map((parts) => Buffer.concat(parts));
}

const encodeField = (value: IndexValue, direction: 1 | -1): Buffer =>
  direction === -1 ? invert(encodeValue(value)) : encodeValue(value);
