import type { SqlFile } from '../platform/sqlite';
import type { IndexDirection, IndexField, IndexSpecification } from '../types';

/** An index as the engine works with it. */
export interface IndexDefinition {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly declared: boolean;
  /** Paths that are arrays in at least one document ever indexed; they restrict how bounds and order may be used. */
  readonly arrayPaths: Set<string>;
}

export interface Collection {
  readonly id: number;
  readonly name: string;
  count: number;
  /** The next record, which is also the natural order. */
  nextRecord: number;
  /** `_id_` first. */
  indexes: IndexDefinition[];
}

/**
 * Records of one collection lie together: a record is `collection id * recordsPerCollection + sequence`. That leaves a
 * million collections and eight thousand million inserts into each before a record is no safe integer.
 */
export const recordsPerCollection = 2 ** 33;

export const idIndexName = '_id_';

/** The name and the fields as one comparable text: the same index again is no second index. */
export function sameIndex(definition: IndexDefinition, wanted: IndexSpecification): boolean {
  const shape = (index: { fields: readonly IndexField[]; unique?: boolean; sparse?: boolean }): string =>
    JSON.stringify([
      index.fields.map(({ name, direction }) => [name, direction]),
      index.unique === true,
      index.sparse === true,
    ]);
  return shape(definition) === shape(wanted);
}

export function specificationOf(index: IndexDefinition): IndexSpecification {
  const { name, fields, unique, sparse, declared } = index;
  return { name, fields, unique, sparse, declared };
}

interface CollectionRow {
  readonly id: number;
  readonly name: string;
  readonly count: number;
}

interface IndexRow {
  readonly id: number;
  readonly collection: number;
  readonly name: string;
  readonly fields: string;
  readonly options: string;
  readonly arrays: string;
}

const directions: readonly IndexDirection[] = [1, -1, '2dsphere'];

/** Reads what the file holds, without touching any document. */
export function readCatalog(file: SqlFile): Map<string, Collection> {
  const found = new Map<string, Collection>();
  const last = file.prepare<{ last: number | null }>('SELECT max(record) AS last FROM documents WHERE record < ?');
  const indexes = file.prepare<IndexRow>('SELECT * FROM indexes WHERE collection = ? ORDER BY id');
  for (const row of file.prepare<CollectionRow>('SELECT id, name, count FROM collections ORDER BY id').all()) {
    const first = row.id * recordsPerCollection;
    const highest = last.get(first + recordsPerCollection)?.last ?? 0;
    found.set(row.name, {
      id: row.id,
      name: row.name,
      count: row.count,
      nextRecord: Math.max(first, highest + 1),
      indexes: indexes.all(row.id).map(readIndex),
    });
  }
  return found;
}

function readIndex(row: IndexRow): IndexDefinition {
  const fields: unknown = JSON.parse(row.fields);
  const options: unknown = JSON.parse(row.options);
  const arrays: unknown = JSON.parse(row.arrays);
  const has = (option: string): boolean => Array.isArray(options) && options.includes(option);
  return {
    id: row.id,
    name: row.name,
    fields: Array.isArray(fields) ? fields.map(readField) : [],
    unique: has('unique'),
    sparse: has('sparse'),
    declared: has('declared'),
    arrayPaths: new Set(Array.isArray(arrays) ? arrays.map(String) : []),
  };
}

function readField(pair: unknown): IndexField {
  const [name, direction]: unknown[] = Array.isArray(pair) ? pair : [];
  return { name: String(name), direction: directions.find((known) => known === direction) ?? 1 };
}

/** The two JSON columns that {@link readCatalog} reads back. */
export function indexColumns(index: IndexSpecification): { fields: string; options: string } {
  const options = [
    index.unique === true && 'unique',
    index.sparse === true && 'sparse',
    index.declared !== false && 'declared',
  ];
  return {
    fields: JSON.stringify(index.fields.map(({ name, direction }) => [name, direction])),
    options: JSON.stringify(options.filter((option) => option !== false)),
  };
}
