import { changeOf, type Change, type Entry } from './change';
import { duplicateKey, transactionConflict } from './errors';
import { indexEntriesOf } from './index-entries';
import { valueAt } from './path';
import { idKeyOf } from './scan';
import type { Store } from './storage/store';
import type { Collection } from './storage/catalog';
import type { Resource } from './transaction/locks';
import { writeKey, type Transaction, type Transactions } from './transaction/transactions';
import type { DuplicateKeyForm } from './types';
import type { StoredDocument } from './value';

/** Thrown inside a plain write that meets a transaction's lock; the write is tried again once it is released. */
export class LockedError extends Error {
  constructor(readonly resource: Resource) {
    super('locked by a transaction');
  }
}

/** Writes documents and keeps every index, lock and snapshot right. */
export class Writer {
  constructor(
    private readonly store: Store,
    private readonly transactions: Transactions,
    private readonly duplicateKeyForm: DuplicateKeyForm,
  ) {}

  /**
   * A write outside of transactions. All checks come first, so that a refused write leaves nothing behind.
   * @throws LockedError while a transaction holds the document or a key that it needs
   * @throws DatabaseError for a duplicate key
   */
  write(collection: Collection, before: StoredDocument | null, after: StoredDocument | null): void {
    const change = changeOf(collection, before, after);
    const locked = change.resources.find((resource) => this.transactions.locks.holder(resource) !== undefined);
    if (locked !== undefined) throw new LockedError(locked);
    const record = this.recordOf(change);
    for (const entry of uniqueOf(change))
      this.refuseDuplicate(change, entry, this.store.holder(entry.index, entry.key, record));
    this.removeEntries(change, record);
    this.addEntries(change, record);
    this.remember(change);
  }

  /**
   * A write of a transaction: kept apart until it commits.
   * @throws DatabaseError for a lock of another transaction, for what has changed since the snapshot, for a duplicate key
   */
  writeIn(
    transaction: Transaction,
    collection: Collection,
    [before, after]: [StoredDocument | null, StoredDocument | null],
  ): void {
    const change = changeOf(collection, before, after);
    const { locks, history } = this.transactions;
    for (const resource of change.resources) {
      const holder = locks.holder(resource);
      const isTaken = holder !== undefined && holder !== transaction.id;
      if (isTaken || history.isTouchedSince(resource, transaction.snapshot)) throw transactionConflict();
    }
    this.refuseDuplicatesIn(transaction, change);
    for (const resource of change.resources) locks.acquire(resource, transaction.id);
    transaction.writes.set(writeKey(collection, change.idKey.toString('latin1')), { collection, after });
  }

  /** Makes all writes of a transaction last at once: old index keys go first, so that documents may swap unique values. */
  commit(transaction: Transaction): void {
    this.store.transaction(() => {
      const changes = [...transaction.writes].map(([key, { collection, after }]) => {
        const idKey = Buffer.from(key.slice(writeKey(collection, '').length), 'latin1');
        const stored = this.store.getByKey(collection, idKey);
        return { change: changeOf(collection, stored?.document ?? null, after), record: stored?.record };
      });
      const placed = changes
        .filter(({ change }) => change.before !== null || change.after !== null)
        .map(({ change, record }) => ({ change, record: record ?? change.collection.nextRecord++ }));
      for (const { change, record } of placed) this.removeEntries(change, record);
      for (const { change, record } of placed) {
        for (const entry of uniqueOf(change))
          this.refuseDuplicate(change, entry, this.store.holder(entry.index, entry.key, record));
        this.addEntries(change, record);
      }
      for (const { change } of placed) this.remember(change);
    });
  }

  private recordOf({ collection, idKey, before }: Change): number {
    const stored = before === null ? undefined : this.store.getByKey(collection, idKey);
    return stored?.record ?? collection.nextRecord++;
  }

  private removeEntries({ collection, removed, before, after }: Change, record: number): void {
    for (const { index, key } of removed) this.store.removeEntry(index, key, record);
    if (after !== null || before === null) return;
    this.store.remove(record);
    this.store.addToCount(collection, -1);
  }

  private addEntries({ collection, added, arrays, before, after, body }: Change, record: number): void {
    if (after === null) return;
    for (const { index, paths } of arrays) this.store.noteArrays(index, paths);
    for (const { index, key } of added) this.store.addEntry(index, key, record);
    this.store.put(record, body);
    if (before === null) this.store.addToCount(collection, 1);
  }

  private remember({ collection, idKey, before, resources }: Change): void {
    if (this.transactions.isAnyOpen)
      this.transactions.history.record(collection.id, idKey.toString('latin1'), { before, resources });
  }

  private refuseDuplicate({ collection, after }: Change, { index }: Entry, holder: number | undefined): void {
    if (!index.unique || holder === undefined || after === null) return;
    const values = index.fields.map(({ name }) => JSON.stringify(valueAt(after, name) ?? null)).join(', ');
    throw duplicateKey(this.duplicateKeyForm, { collection: collection.name, index: index.name, values });
  }

  /** A key is taken by a committed document, unless this transaction has freed it, or by another of its own writes. */
  private refuseDuplicatesIn(transaction: Transaction, change: Change): void {
    const { collection } = change;
    const overlay = this.transactions.overlay(transaction, collection);
    const ownKey = change.idKey.toString('latin1');
    const own = overlay.get(ownKey);
    const isPresent = own === undefined ? this.store.getByKey(collection, change.idKey) !== undefined : own !== null;
    for (const entry of change.added) {
      if (change.before === null && isPresent) this.refuseDuplicate(change, entry, 0);
      if (!entry.index.unique) continue;
      const isTaken =
        this.committedHolder(entry, ownKey, overlay) ??
        [...overlay].find(([idKey, document]) => idKey !== ownKey && document !== null && holds(document, entry));
      if (isTaken !== undefined) this.refuseDuplicate(change, entry, 0);
    }
  }

  private committedHolder(
    { index, key }: Entry,
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

/** The keys that only one document may have: for the others nobody has to look who else has them. */
function uniqueOf({ added }: Change): Entry[] {
  return added.filter(({ index }) => index.unique);
}

function holds(document: StoredDocument, { index, key }: Entry): boolean {
  return indexEntriesOf(document, index).keys.some((other) => other.equals(key));
}
