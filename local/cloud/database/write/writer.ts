import { duplicateKey, transactionConflict } from '../errors';
import { indexEntriesOf } from '../indexes/index-entries';
import { idKeyOf } from '../read/scan';
import type { Collection } from '../storage/catalog';
import type { Store } from '../storage/store';
import type { Resource } from '../transaction/locks';
import { writeKey, type Transaction, type Transactions } from '../transaction/transactions';
import type { DuplicateKeyForm } from '../types';
import { valueAt } from '../values/path';
import type { StoredDocument } from '../values/value';
import { changeOf, type Change, type IndexEntry } from './change';
import type { ChangeLog } from './change-log';

/** Thrown inside a plain write that finds a transaction's lock; the write is tried again once it is released. */
export class LockedError extends Error {
  constructor(readonly resource: Resource) {
    super('locked by a transaction');
  }
}

/** Writes documents, with their index entries, locks and history. */
export class Writer {
  constructor(
    private readonly store: Store,
    private readonly transactions: Transactions,
    private readonly duplicateKeyForm: DuplicateKeyForm,
    readonly changes: ChangeLog,
  ) {}

  /**
   * A write outside of transactions. All checks come first, so that a refused write changes nothing.
   * @param isReplacement whether the whole document was set, which those who watch it are told
   * @throws LockedError while a transaction holds the document or a key that it needs
   * @throws DatabaseError for a duplicate key
   */
  write(
    collection: Collection,
    before: StoredDocument | null,
    after: StoredDocument | null,
    isReplacement = false,
  ): void {
    const change = changeOf(collection, before, after);
    const locked = change.resources.find((resource) => this.transactions.locks.ownerOf(resource) !== undefined);
    if (locked !== undefined) throw new LockedError(locked);
    const record = this.recordOf(change);
    for (const entry of uniqueOf(change))
      this.refuseDuplicate(change, entry, this.store.recordWithKey(entry.index, entry.key, record));
    this.removeEntries(change, record);
    this.addEntries(change, record);
    this.recordHistory(change);
    this.changes.record(change, isReplacement);
  }

  /**
   * A write of a transaction: nobody else sees it until it commits.
   * @throws DatabaseError for a lock of another transaction, for what has changed since the snapshot, for a duplicate
   * key
   */
  writeIn(
    transaction: Transaction,
    collection: Collection,
    [before, after]: readonly [StoredDocument | null, StoredDocument | null],
    isReplacement = false,
  ): void {
    const change = changeOf(collection, before, after);
    const { locks, history } = this.transactions;
    for (const resource of change.resources) {
      const owner = locks.ownerOf(resource);
      const isTaken = owner !== undefined && owner !== transaction.id;
      if (isTaken || history.isChangedSince(resource, transaction.snapshot)) throw transactionConflict();
    }
    this.refuseDuplicatesIn(transaction, change);
    for (const resource of change.resources) locks.acquire(resource, transaction.id);
    transaction.writes.set(writeKey(collection, change.idKey.toString('latin1')), { collection, after });
    transaction.log.push({ collection, id: change.id, before, after, isReplacement });
  }

  /**
   * Commits all writes of a transaction: old index keys are removed first, so that documents may swap unique values.
   */
  commit(transaction: Transaction): void {
    this.store.transaction(() => {
      const changes = [...transaction.writes].map(([key, { collection, after }]) => {
        const idKey = Buffer.from(key.slice(writeKey(collection, '').length), 'latin1');
        const stored = this.store.getByKey(collection, idKey);
        return { change: changeOf(collection, stored?.document ?? null, after), record: stored?.record };
      });
      const numbered = changes
        .filter(({ change }) => change.before !== null || change.after !== null)
        .map(({ change, record }) => ({ change, record: record ?? change.collection.nextRecord++ }));
      for (const { change, record } of numbered) this.removeEntries(change, record);
      for (const { change, record } of numbered) {
        for (const entry of uniqueOf(change))
          this.refuseDuplicate(change, entry, this.store.recordWithKey(entry.index, entry.key, record));
        this.addEntries(change, record);
      }
      for (const { change } of numbered) this.recordHistory(change);
    });
    for (const write of transaction.log) this.changes.record(write, write.isReplacement);
  }

  private recordOf({ collection, idKey, before }: Change): number {
    const stored = before === null ? undefined : this.store.getByKey(collection, idKey);
    return stored?.record ?? collection.nextRecord++;
  }

  private removeEntries(change: Change, record: number): void {
    const { collection, removed, before, after } = change;
    for (const { index, key } of removed) this.store.removeEntry(index, key, record);
    if (after !== null || before === null) return;
    this.store.remove(record, change);
    this.store.addToCount(collection, -1);
  }

  private addEntries(change: Change, record: number): void {
    const { collection, added, arrayPaths, before, after } = change;
    if (after === null) return;
    for (const { index, paths } of arrayPaths) this.store.addArrayPaths(index, paths);
    for (const { index, key } of added) this.store.addEntry(index, key, record);
    this.store.put(record, change);
    if (before === null) this.store.addToCount(collection, 1);
  }

  private recordHistory(change: Change): void {
    const { collection, idKey, before, resources } = change;
    if (this.transactions.isAnyOpen)
      this.transactions.history.record(collection.id, idKey.toString('latin1'), { before, resources });
  }

  private refuseDuplicate({ collection, after }: Change, { index }: IndexEntry, existing: number | undefined): void {
    if (!index.unique || existing === undefined || after === null) return;
    const values = index.fields.map(({ name }) => JSON.stringify(valueAt(after, name) ?? null)).join(', ');
    throw duplicateKey(this.duplicateKeyForm, { collection: collection.name, index: index.name, values });
  }

  /** A key is taken by a committed document, unless this transaction has freed it, or by another of its own writes. */
  private refuseDuplicatesIn(transaction: Transaction, change: Change): void {
    const { collection } = change;
    const overlay = this.transactions.overlay(transaction, collection);
    const ownKey = change.idKey.toString('latin1');
    const ownWrite = overlay.get(ownKey);
    const isPresent = (): boolean =>
      ownWrite === undefined ? this.store.getByKey(collection, change.idKey) !== undefined : ownWrite !== null;
    const isTwice = change.before === null && isPresent();
    for (const entry of change.added) {
      if (isTwice) this.refuseDuplicate(change, entry, 0);
      if (!entry.index.unique) continue;
      const isTaken =
        this.committedOwner(entry, ownKey, overlay) ??
        [...overlay].find(([idKey, document]) => idKey !== ownKey && document !== null && hasEntry(document, entry));
      if (isTaken !== undefined) this.refuseDuplicate(change, entry, 0);
    }
  }

  private committedOwner(
    { index, key }: IndexEntry,
    ownKey: string,
    overlay: ReadonlyMap<string, unknown>,
  ): string | undefined {
    const found = this.store.page(
      index,
      { low: key, high: Buffer.concat([key, Buffer.of(0)]) },
      { after: undefined, backward: false, size: 2 },
    );
    return found.map(({ document }) => idKeyOf(document)).find((idKey) => idKey !== ownKey && !overlay.has(idKey));
  }
}

/** The keys that only one document may have; the others need no search for a document that has them already. */
function uniqueOf({ added }: Change): IndexEntry[] {
  return added.filter(({ index }) => index.unique);
}

function hasEntry(document: StoredDocument, { index, key }: IndexEntry): boolean {
  return indexEntriesOf(document, index).keys.some((other) => other.equals(key));
}
