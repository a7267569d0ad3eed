import { writeFailed } from './errors';
import { cellKeysOf } from './geo/cells';
import { readGeometry } from './geo/geometry';
import { encodeValue, invert } from './key-encoding';
import { indexedPath, valueAt } from './path';
import type { IndexDefinition } from './storage/catalog';
import type { IndexField } from './types';
import type { StoredDocument } from './value';

export interface IndexEntries {
  keys: Buffer[];
  /** paths that are arrays in this document */
  arrays: string[];
}

interface FieldKeys {
  parts: Buffer[];
  arrays: string[];
  present: boolean;
}

/**
 * The keys under which an index keeps a document: one for each combination of its fields' values.
 * @throws DatabaseError for two arrays side by side, and for what is no geometry under a 2dsphere index
 */
export function indexEntriesOf(document: StoredDocument, index: IndexDefinition): IndexEntries {
  const fields = index.fields.map((field) => (field.direction === '2dsphere' ? geoKeys(document, field) : plainKeys(document, field)));
  const arrays = [...new Set(fields.flatMap((field) => field.arrays))];
  refuseParallelArrays(fields);
  return isLeftOut(index, fields) ? { keys: [], arrays } : { keys: combine(fields), arrays };
}

function isLeftOut(index: IndexDefinition, fields: readonly FieldKeys[]): boolean {
  const geo = fields.filter((_, at) => index.fields[at]?.direction === '2dsphere');
  if (geo.length > 0) return !geo.some((field) => field.present);
  return index.sparse && !fields.some((field) => field.present);
}

function plainKeys(document: StoredDocument, field: IndexField): FieldKeys {
  const { values, arrays, present } = indexedPath(document, field.name);
  const parts = values.map((value) => (field.direction === -1 ? invert(encodeValue(value)) : encodeValue(value)));
  return { parts, arrays, present };
}

function geoKeys(document: StoredDocument, field: IndexField): FieldKeys {
  const value = valueAt(document, field.name);
  if (value === undefined || value === null) return { parts: [encodeValue(null)], arrays: [], present: false };
  const geometry = readGeometry(value);
  if (geometry === undefined) throw writeFailed(`Can't extract geo keys: the field '${field.name}' holds no geometry: ${JSON.stringify(value)}`);
  return { parts: cellKeysOf(geometry), arrays: [], present: true };
}

/** Two array fields would need every pair of their elements; MongoDB refuses them and so does this. */
function refuseParallelArrays(fields: readonly FieldKeys[]): void {
  const [first, second] = fields.filter((field) => field.arrays.length > 0).map((field) => field.arrays);
  if (first === undefined || second === undefined) return;
  if (second.some((path) => first.includes(path))) return;
  throw writeFailed(`cannot index parallel arrays [${second[0] ?? ''}] [${first[0] ?? ''}]`);
}

function combine(fields: readonly FieldKeys[]): Buffer[] {
  let keys: Buffer[][] = [[]];
  for (const { parts } of fields) keys = keys.flatMap((prefix) => parts.map((part) => [...prefix, part]));
  const joined = keys.map((parts) => Buffer.concat(parts));
  return joined.length === 1 ? joined : [...new Map(joined.map((key) => [key.toString('latin1'), key])).values()];
}
