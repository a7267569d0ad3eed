import { openSqlFile, type SqlFile } from '../platform/sqlite';
import type { IndexSpecification } from '../types';
import { writeEjson } from '../values/ejson';
import { encodeValue } from '../values/key-encoding';
import type { StoredDocument, Value } from '../values/value';
import {
  idIndexName,
  indexColumns,
  readCatalog,
  recordsPerCollection,
  type Collection,
  type IndexDefinition,
} from './catalog';
import { prepareStatements, type Statements } from './statements';
import { entriesOf, recordsOf, StoredRow, type EntryPosition, type StoredRecord } from './stored-rows';
import { RecentTexts } from './recent-texts';
import { createTables } from './tables';

/** A range of an index: keys from `low` on, below `high`. */
export interface KeyRange {
  readonly low: Buffer;
  readonly high: Buffer;
}

/** All that the file holds. */
const tables = ['collections', 'indexes', 'documents', 'entries', 'sqlite_sequence'] as const;

/** The file: documents in natural order and ordered index entries. It has keys and bodies, but no query and no lock. */
export class Store {
  private readonly file: SqlFile;
  private readonly sql: Statements;
  private byName: Map<string, Collection>;
  private inTransaction = false;
  private readonly keptNames = new Set<string>();
  private readonly recent = new RecentTexts();
  /** Collections whose count is to be written before the commit. */
  private readonly changedCounts = new Set<Collection>();

  constructor(path: string) {
    this.file = openSqlFile(path);
    createTables(this.file, path);
    this.sql = prepareStatements(this.file);
    this.byName = readCatalog(this.file);
  }

  get collections(): ReadonlyMap<string, Collection> {
    return this.byName;
  }

  /**
   * Runs the work in one SQLite transaction (or in the one that is already open): all of it is committed, or nothing.
   */
  transaction<T>(work: () => T): T {
    if (this.inTransaction) return work();
    this.file.exec('BEGIN IMMEDIATE');
    this.inTransaction = true;
    try {
      const result = work();
      for (const { id, count } of this.changedCounts) this.sql.setCount.run(count, id);
      this.file.exec('COMMIT');
      return result;
    } catch (error) {
      this.file.exec('ROLLBACK');
      this.recent.clear();
      this.restoreCatalog();
      throw error;
    } finally {
      this.changedCounts.clear();
      this.inTransaction = false;
    }
  }

  /**
   * Sets counts and indexes back to what the file says; collections stay the same objects, because others refer to
   * them.
   */
  private restoreCatalog(): void {
    const known = this.byName;
    this.byName = readCatalog(this.file);
    for (const [name, collection] of this.byName) {
      const same = known.get(name);
      if (same !== undefined) this.byName.set(name, Object.assign(same, collection));
    }
  }

  get(collection: Collection, id: Value): StoredRecord | undefined {
    return this.getByKey(collection, encodeValue(id));
  }

  getByKey(collection: Collection, idKey: Buffer): StoredRecord | undefined {
    const index = idIndexOf(collection);
    const name = recentName(index, idKey);
    const known = this.recent.get(name);
    if (known !== undefined) return new StoredRow(known);
    const row = this.sql.byKey.get(index.id, idKey);
    if (row === undefined) return undefined;
    this.recent.add(name, row);
    return new StoredRow(row);
  }

  /** The record, other than `except`, that holds this key of an index. */
  recordWithKey(index: IndexDefinition, key: Buffer, except: number): number | undefined {
    return this.sql.recordWithKey.get(index.id, key, except)?.record;
  }

  /**
   * One page of an index after a position; `after` undefined starts at the range's beginning (or end, when backward).
   */
  page(
    index: IndexDefinition,
    range: KeyRange,
    from: { after: EntryPosition | undefined; backward: boolean; size: number },
  ): (EntryPosition & StoredRecord)[] {
    const { after, backward, size } = from;
    const row = backward
      ? this.sql.backward.get(index.id, after?.key ?? range.high, after?.record ?? -1, range.low, size)
      : this.sql.forward.get(index.id, after?.key ?? range.low, after?.record ?? -1, range.high, size);
    return entriesOf(row);
  }

  /** One page of a collection in natural order, after a record. */
  naturalPage(collection: Collection, after: number | undefined, size: number): StoredRecord[] {
    const first = collection.id * recordsPerCollection;
    return recordsOf(this.sql.natural.get(after ?? first - 1, first + recordsPerCollection, size));
  }

  /** How many keys lie in a range, counting no further than `most`. */
  countKeys(index: IndexDefinition, range: KeyRange, maxCount: number): number {
    return this.sql.countKeys.get(index.id, range.low, range.high, maxCount)?.found ?? 0;
  }

  addEntry(index: IndexDefinition, key: Buffer, record: number): void {
    this.sql.addEntry.run(index.id, key, record);
  }

  removeEntry(index: IndexDefinition, key: Buffer, record: number): void {
    this.sql.removeEntry.run(index.id, key, record);
  }

  put(record: number, { collection, idKey, body }: { collection: Collection; idKey: Buffer; body: string }): void {
    this.recent.replace(recentName(idIndexOf(collection), idKey), { record, body });
    this.sql.put.run(record, body);
  }

  remove(record: number, { collection, idKey }: { collection: Collection; idKey: Buffer }): void {
    this.recent.forget(recentName(idIndexOf(collection), idKey));
    this.sql.remove.run(record);
  }

  addToCount(collection: Collection, difference: number): void {
    collection.count += difference;
    this.changedCounts.add(collection);
  }

  addArrayPaths(index: IndexDefinition, paths: readonly string[]): void {
    const unknown = paths.filter((path) => !index.arrayPaths.has(path));
    if (unknown.length === 0) return;
    for (const path of unknown) index.arrayPaths.add(path);
    this.sql.setArrays.run(JSON.stringify([...index.arrayPaths]), index.id);
  }

  addCollection(name: string): Collection {
    const id = this.sql.addCollection.run(name);
    const collection: Collection = { id, name, count: 0, nextRecord: id * recordsPerCollection, indexes: [] };
    this.byName.set(name, collection);
    this.addIndex(collection, { name: idIndexName, fields: [{ name: '_id', direction: 1 }], unique: true });
    return collection;
  }

  addIndex(collection: Collection, wanted: IndexSpecification): IndexDefinition {
    const { fields, options } = indexColumns(wanted);
    const index: IndexDefinition = {
      id: this.sql.addIndex.run(collection.id, wanted.name, fields, options),
      name: wanted.name,
      fields: wanted.fields,
      unique: wanted.unique === true,
      sparse: wanted.sparse === true,
      declared: wanted.declared !== false,
      arrayPaths: new Set(),
    };
    collection.indexes.push(index);
    return index;
  }

  dropIndex(collection: Collection, index: IndexDefinition): void {
    this.sql.dropIndex.run(index.id);
    this.sql.dropEntries.run(index.id);
    collection.indexes = collection.indexes.filter((other) => other !== index);
  }

  clear(): void {
    this.transaction(() => {
      this.file.exec(
        'DELETE FROM entries; DELETE FROM documents; DELETE FROM indexes; DELETE FROM collections; ' +
          'DELETE FROM sqlite_sequence;',
      );
      this.byName = new Map();
      this.recent.clear();
    });
  }

  /** Keeps all that stands in the file under a name, in place of what was kept under it. Gone with the process. */
  keep(name: string): void {
    this.transaction(() => {
      for (const table of tables) {
        this.file.exec(`DROP TABLE IF EXISTS temp."${name} ${table}"`);
        this.file.exec(`CREATE TEMP TABLE "${name} ${table}" AS SELECT * FROM main.${table}`);
      }
    });
    this.keptNames.add(name);
  }

  /** Sets the file back to what was kept. @throws Error where nothing was kept under that name */
  restore(name: string): void {
    if (!this.keptNames.has(name)) throw new Error(`nothing was kept as "${name}"`);
    this.transaction(() => {
      for (const table of tables)
        this.file.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM temp."${name} ${table}"`);
    });
    this.recent.clear();
    this.restoreCatalog();
  }

  close(): void {
    this.file.close();
  }
}

const recentName = (index: IndexDefinition, idKey: Buffer): string => `${String(index.id)}:${idKey.toString('latin1')}`;

/** Every collection has it from the start. */
export function idIndexOf(collection: Collection): IndexDefinition {
  const [index] = collection.indexes;
  if (index === undefined) throw new Error(`${collection.name} has lost its ${idIndexName} index`);
  return index;
}

export function encodeBody(document: StoredDocument): string {
  return writeEjson(document);
}
