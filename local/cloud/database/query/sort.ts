import { invalidParameter, requestFailed } from '../errors';
import { indexValues } from '../indexes/index-values';
import { compareValues } from '../values/compare';
import { emptyArray, type IndexValue } from '../values/key-encoding';
import type { Fields, Value } from '../values/value';

export interface SortField {
  readonly name: string;
  readonly direction: 1 | -1;
}

/** @throws DatabaseError unless every direction is 1 or -1 */
export function readSort(specification: Fields): SortField[] {
  return Object.entries(specification).map(([name, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw invalidParameter(`$sort key ordering of '${name}' must be 1 (for ascending) or -1 (for descending)`);
    return { name, direction };
  });
}

/** Compares two values as an index orders them. */
export function compareIndexValues(a: IndexValue, b: IndexValue): number {
  if (a === emptyArray || b === emptyArray) return Number(b === emptyArray) - Number(a === emptyArray);
  return compareValues(a, b);
}

/**
 * What a document sorts by: where an array makes several keys of it, the first one in the asked order, i.e. its
 * smallest element ascending and its largest descending. Several fields of one array's elements come from the same
 * element.
 */
function sortKey(document: Value, fields: readonly SortField[]): IndexValue[] {
  const paths = fields.map(({ name }) => name);
  const { tuples } = indexValues(document, paths, () =>
    requestFailed('cannot sort with keys that are parallel arrays'),
  );
  const [first = [], ...others] = tuples;
  return others.reduce((best, next) => (compareKeys(next, best, fields) < 0 ? next : best), first);
}

/** A new array in the asked order; documents that compare equal stay in the order that they had. */
export function sortDocuments<T extends Value>(documents: readonly T[], fields: readonly SortField[]): T[] {
  const keyed = documents.map((document) => ({ document, key: sortKey(document, fields) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key, fields));
  return keyed.map(({ document }) => document);
}

/** Compares two documents by the fields of a sort. */
export function compareDocuments(a: Value, b: Value, fields: readonly SortField[]): number {
  return compareKeys(sortKey(a, fields), sortKey(b, fields), fields);
}

function compareKeys(a: readonly IndexValue[], b: readonly IndexValue[], fields: readonly SortField[]): number {
  for (const [at, field] of fields.entries()) {
    const difference = compareIndexValues(a[at], b[at]) * field.direction;
    if (difference !== 0) return difference;
  }
  return 0;
}
