import { invalidParameter } from '../errors';
import { emptyArray, type IndexValue } from '../key-encoding';
import { compareValues } from '../order';
import { indexedPath } from '../path';
import type { Fields, Value } from '../value';

export interface SortField {
  name: string;
  direction: 1 | -1;
}

/** @throws DatabaseError unless every direction is 1 or -1 */
export function readSort(specification: Fields): SortField[] {
  return Object.entries(specification).map(([name, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalidParameter(`$sort key ordering of '${name}' must be 1 (for ascending) or -1 (for descending)`);
    return { name, direction };
  });
}

/** Compares two values as an index orders them. */
export function compareIndexValues(a: IndexValue, b: IndexValue): number {
  if (a === emptyArray || b === emptyArray) return Number(b === emptyArray) - Number(a === emptyArray);
  return compareValues(a, b);
}

/** An array sorts by its smallest element ascending, by its largest descending. */
function sortValue(document: Value, { name, direction }: SortField): IndexValue {
  const [first, ...others] = indexedPath(document, name).values;
  return others.reduce((best: IndexValue, value) => (compareIndexValues(value, best) * direction < 0 ? value : best), first);
}

/** A new array in the asked order; documents that compare equal keep theirs. */
export function sortDocuments<T extends Value>(documents: readonly T[], fields: readonly SortField[]): T[] {
  const keyed = documents.map((document) => ({ document, keys: fields.map((field) => sortValue(document, field)) }));
  keyed.sort((a, b) => compareKeys(a.keys, b.keys, fields));
  return keyed.map(({ document }) => document);
}

function compareKeys(a: readonly IndexValue[], b: readonly IndexValue[], fields: readonly SortField[]): number {
  for (const [at, field] of fields.entries()) {
    const difference = compareIndexValues(a[at], b[at]) * field.direction;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Compares two documents by the fields of a sort. */
export function compareDocuments(a: Value, b: Value, fields: readonly SortField[]): number {
  for (const field of fields) {
    const difference = compareIndexValues(sortValue(a, field), sortValue(b, field)) * field.direction;
    if (difference !== 0) return difference;
  }
  return 0;
}
