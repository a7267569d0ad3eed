import { readEjson, writeEjson } from '../values/ejson';
import { encodeValue } from '../values/key-encoding';
import { openSqlFile, toBuffer, type SqlBlob, type SqlFile } from '../platform/sqlite';
import type { IndexSpecification } from '../types';
import { isFields, isStored, type StoredDocument, type Value } from '../values/value';
import {
  idIndexName,
  indexColumns,
  readCatalog,
  recordsPerCollection,
  type Collection,
  type IndexDefinition,
} from './catalog';

/** A committed document with its place in the file. */
export interface StoredRecord {
  record: number;
  document: StoredDocument;
}

/** A stretch of an index: keys from `low` on, below `high`. */
export interface KeyRange {
  low: Buffer;
  high: Buffer;
}

export interface EntryPosition {
  key: Buffer;
  record: number;
}

const schema = `
  CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, count INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS indexes (id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, name TEXT NOT NULL,
    fields TEXT NOT NULL, options TEXT NOT NULL, arrays TEXT NOT NULL, UNIQUE (collection, name));
  CREATE TABLE IF NOT EXISTS documents (record INTEGER PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS entries (index_id INTEGER NOT NULL, key BLOB NOT NULL, record INTEGER NOT NULL,
    PRIMARY KEY (index_id, key, record)) WITHOUT ROWID;`;

interface RecordRow {
  record: number;
  body: string;
}

interface EntryRow extends RecordRow {
  key: SqlBlob;
}

type Statements = ReturnType<typeof prepareAll>;

function prepareAll(file: SqlFile) {
  const entries = `SELECT e.key AS key, e.record AS record, d.body AS body FROM entries e JOIN documents d ON d.record = e.record WHERE e.index_id = ?`;
  return {
    byKey: file.prepare<RecordRow>(
      `SELECT d.record AS record, d.body AS body FROM entries e JOIN documents d ON d.record = e.record WHERE e.index_id = ? AND e.key = ?`,
    ),
    holder: file.prepare<{ record: number }>(
      'SELECT record FROM entries WHERE index_id = ? AND key = ? AND record <> ? LIMIT 1',
    ),
    forward: file.prepare<EntryRow>(
      `${entries} AND (e.key, e.record) > (?, ?) AND e.key < ? ORDER BY e.key, e.record LIMIT ?`,
    ),
    backward: file.prepare<EntryRow>(
      `${entries} AND (e.key, e.record) < (?, ?) AND e.key >= ? ORDER BY e.key DESC, e.record DESC LIMIT ?`,
    ),
    natural: file.prepare<RecordRow>(
      'SELECT record, body FROM documents WHERE record > ? AND record < ? ORDER BY record LIMIT ?',
    ),
    countKeys: file.prepare<{ found: number }>(
      'SELECT count(*) AS found FROM (SELECT 1 FROM entries WHERE index_id = ? AND key >= ? AND key < ? LIMIT ?)',
    ),
    addEntry: file.prepare<never>('INSERT OR IGNORE INTO entries VALUES (?, ?, ?)'),
    removeEntry: file.prepare<never>('DELETE FROM entries WHERE index_id = ? AND key = ? AND record = ?'),
    put: file.prepare<never>('INSERT OR REPLACE INTO documents VALUES (?, ?)'),
    remove: file.prepare<never>('DELETE FROM documents WHERE record = ?'),
    setCount: file.prepare<never>('UPDATE collections SET count = ? WHERE id = ?'),
    setArrays: file.prepare<never>('UPDATE indexes SET arrays = ? WHERE id = ?'),
    addCollection: file.prepare<never>('INSERT INTO collections (name, count) VALUES (?, 0)'),
    addIndex: file.prepare<never>(
      `INSERT INTO indexes (collection, name, fields, options, arrays) VALUES (?, ?, ?, ?, '[]')`,
    ),
    dropIndex: file.prepare<never>('DELETE FROM indexes WHERE id = ?'),
    dropEntries: file.prepare<never>('DELETE FROM entries WHERE index_id = ?'),
  };
}

/** The file: documents in natural order and ordered index entries. It knows keys and bodies, no query and no lock. */
export class Store {
  readonly #file: SqlFile;
  readonly #sql: Statements;
  #collections: Map<string, Collection>;
  #inTransaction = false;
  /** collections whose count is to be written before the commit */
  readonly #recounted = new Set<Collection>();

  constructor(path: string) {
    this.#file = openSqlFile(path);
    checkFormat(this.#file, path);
    this.#file.exec(schema);
    this.#sql = prepareAll(this.#file);
    this.#collections = readCatalog(this.#file);
  }

  get collections(): ReadonlyMap<string, Collection> {
    return this.#collections;
  }

  /** Runs the work in one SQLite transaction (or in the one that is already open): all of it lasts, or nothing. */
  transaction<T>(work: () => T): T {
    if (this.#inTransaction) return work();
    this.#file.exec('BEGIN IMMEDIATE');
    this.#inTransaction = true;
    try {
      const result = work();
      for (const { id, count } of this.#recounted) this.#sql.setCount.run(count, id);
      this.#file.exec('COMMIT');
      return result;
    } catch (error) {
      this.#file.exec('ROLLBACK');
      this.#restoreCatalog();
      throw error;
    } finally {
      this.#recounted.clear();
      this.#inTransaction = false;
    }
  }

  /** Takes counts and indexes back to what the file says; collections stay the same objects, for others hold them. */
  #restoreCatalog(): void {
    const known = this.#collections;
    this.#collections = readCatalog(this.#file);
    for (const [name, collection] of this.#collections) {
      const same = known.get(name);
      if (same !== undefined) this.#collections.set(name, Object.assign(same, collection));
    }
  }

  get(collection: Collection, id: Value): StoredRecord | undefined {
    return this.getByKey(collection, encodeValue(id));
  }

  getByKey(collection: Collection, idKey: Buffer): StoredRecord | undefined {
    const row = this.#sql.byKey.get(idIndexOf(collection).id, idKey);
    return row === undefined ? undefined : decode(row);
  }

  /** The record, other than `except`, that holds this key of an index. */
  holder(index: IndexDefinition, key: Buffer, except: number): number | undefined {
    return this.#sql.holder.get(index.id, key, except)?.record;
  }

  /** One page of an index after a position; `after` undefined starts at the range's beginning (or end, when backward). */
  page(
    index: IndexDefinition,
    range: KeyRange,
    from: { after: EntryPosition | undefined; backward: boolean; size: number },
  ): (EntryPosition & StoredRecord)[] {
    const { after, backward, size } = from;
    const rows = backward
      ? this.#sql.backward.all(index.id, after?.key ?? range.high, after?.record ?? -1, range.low, size)
      : this.#sql.forward.all(index.id, after?.key ?? range.low, after?.record ?? -1, range.high, size);
    return rows.map((row) => ({ key: toBuffer(row.key), ...decode(row) }));
  }

  /** One page of a collection in natural order, after a record. */
  naturalPage(collection: Collection, after: number | undefined, size: number): StoredRecord[] {
    const first = collection.id * recordsPerCollection;
    return this.#sql.natural.all(after ?? first - 1, first + recordsPerCollection, size).map(decode);
  }

  /** How many keys lie in a range, counting no further than `most`. */
  countKeys(index: IndexDefinition, range: KeyRange, most: number): number {
    return this.#sql.countKeys.get(index.id, range.low, range.high, most)?.found ?? 0;
  }

  addEntry(index: IndexDefinition, key: Buffer, record: number): void {
    this.#sql.addEntry.run(index.id, key, record);
  }

  removeEntry(index: IndexDefinition, key: Buffer, record: number): void {
    this.#sql.removeEntry.run(index.id, key, record);
  }

  put(record: number, body: string): void {
    this.#sql.put.run(record, body);
  }

  remove(record: number): void {
    this.#sql.remove.run(record);
  }

  addToCount(collection: Collection, difference: number): void {
    collection.count += difference;
    this.#recounted.add(collection);
  }

  noteArrays(index: IndexDefinition, paths: readonly string[]): void {
    const unknown = paths.filter((path) => !index.arrays.has(path));
    if (unknown.length === 0) return;
    for (const path of unknown) index.arrays.add(path);
    this.#sql.setArrays.run(JSON.stringify([...index.arrays]), index.id);
  }

  addCollection(name: string): Collection {
    const id = this.#sql.addCollection.run(name);
    const collection: Collection = { id, name, count: 0, nextRecord: id * recordsPerCollection, indexes: [] };
    this.#collections.set(name, collection);
    this.addIndex(collection, { name: idIndexName, fields: [{ name: '_id', direction: 1 }], unique: true });
    return collection;
  }

  addIndex(collection: Collection, wanted: IndexSpecification): IndexDefinition {
    const { fields, options } = indexColumns(wanted);
    const index: IndexDefinition = {
      id: this.#sql.addIndex.run(collection.id, wanted.name, fields, options),
      name: wanted.name,
      fields: wanted.fields,
      unique: wanted.unique === true,
      sparse: wanted.sparse === true,
      declared: wanted.declared !== false,
      arrays: new Set(),
    };
    collection.indexes.push(index);
    return index;
  }

  dropIndex(collection: Collection, index: IndexDefinition): void {
    this.#sql.dropIndex.run(index.id);
    this.#sql.dropEntries.run(index.id);
    collection.indexes = collection.indexes.filter((other) => other !== index);
  }

  clear(): void {
    this.transaction(() => {
      this.#file.exec(
        'DELETE FROM entries; DELETE FROM documents; DELETE FROM indexes; DELETE FROM collections; DELETE FROM sqlite_sequence;',
      );
      this.#collections = new Map();
    });
  }

  close(): void {
    this.#file.close();
  }
}

/** Grows whenever keys or bodies are written differently. */
const format = 1;

/** @throws Error for a file whose keys another version of this program has written */
function checkFormat(file: SqlFile, path: string): void {
  const found = file.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version;
  const tables =
    file.prepare<{ count: number }>("SELECT count(*) AS count FROM sqlite_master WHERE name = 'documents'").get()
      ?.count ?? 0;
  if (tables > 0 && found !== format) {
    file.close();
    throw new Error(`${path} has been written by another version; remove it to begin anew`);
  }
  file.exec(`PRAGMA user_version = ${String(format)}`);
}

/** Every collection has it from the start. */
export function idIndexOf(collection: Collection): IndexDefinition {
  const [index] = collection.indexes;
  if (index === undefined) throw new Error(`${collection.name} has lost its ${idIndexName} index`);
  return index;
}

export const encodeBody = (document: StoredDocument): string => writeEjson(document);

export function decodeBody(body: string): StoredDocument {
  const document = readEjson(body);
  if (!isFields(document) || !isStored(document)) throw new Error(`a stored document has no _id: ${body.slice(0, 80)}`);
  return document;
}

function decode(row: RecordRow): StoredRecord {
  return { record: row.record, document: decodeBody(row.body) };
}
