import { randomUUID } from 'node:crypto';
import { transactionNotFound } from '../errors';
import type { Collection } from '../storage/catalog';
import type { StoredDocument, Value } from '../values/value';
import type { History } from './history';
import type { Locks } from './locks';

/** A transaction's private copy of a document that it has written; null once removed. */
export interface OwnWrite {
  readonly collection: Collection;
  readonly after: StoredDocument | null;
}

/** One write of a transaction, for those who watch. */
export interface LoggedWrite {
  readonly collection: Collection;
  readonly id: Value;
  readonly before: StoredDocument | null;
  readonly after: StoredDocument | null;
  readonly isReplacement: boolean;
}

export interface Transaction {
  readonly id: string;
  /** The invocation that began it. */
  readonly token: string;
  /** The version of the history that it reads. */
  readonly snapshot: number;
  /** By collection and key of the `_id`, in the order of the first write. */
  readonly writes: Map<string, OwnWrite>;
  /** Every write, in its order: a document that is written twice has changed twice. */
  readonly log: LoggedWrite[];
  readonly expiry: NodeJS.Timeout;
}

export function writeKey(collection: Collection, idKey: string): string {
  return `${String(collection.id)}:${idKey}`;
}

/** The open transactions. One that is not ended in time is aborted and leaves nothing. */
export class Transactions {
  private readonly openById = new Map<string, Transaction>();

  constructor(
    readonly locks: Locks,
    readonly history: History,
    private readonly limitMs: number,
  ) {}

  get isAnyOpen(): boolean {
    return this.openById.size > 0;
  }

  begin(token: string): Transaction {
    const id = randomUUID();
    const expiry = setTimeout(() => {
      this.end(id);
    }, this.limitMs);
    expiry.unref();
    const transaction: Transaction = { id, token, snapshot: this.history.version, writes: new Map(), log: [], expiry };
    this.openById.set(id, transaction);
    return transaction;
  }

  /** @throws DatabaseError for one that has ended, by itself or by the time limit */
  get(id: string): Transaction {
    const transaction = this.openById.get(id);
    if (transaction === undefined) throw transactionNotFound();
    return transaction;
  }

  /** True when an invocation has a transaction open, or has opened this one. */
  isOpenFor(token: string, id?: string): boolean {
    const open = [...this.openById.values()].filter((transaction) => id === undefined || transaction.id === id);
    return token !== '' && open.some((transaction) => transaction.token === token);
  }

  /** Releases everything that a transaction holds. */
  end(id: string): void {
    const transaction = this.openById.get(id);
    if (transaction === undefined) return;
    clearTimeout(transaction.expiry);
    this.openById.delete(id);
    this.locks.releaseAll(id);
    if (this.openById.size === 0) this.history.clear();
  }

  endAll(): void {
    for (const id of [...this.openById.keys()]) this.end(id);
  }

  /** What a transaction sees differently from what is committed now. */
  overlay(transaction: Transaction, collection: Collection): Map<string, StoredDocument | null> {
    const overlay = this.history.since(collection.id, transaction.snapshot);
    const prefix = writeKey(collection, '');
    for (const [key, write] of transaction.writes)
      if (key.startsWith(prefix)) overlay.set(key.slice(prefix.length), write.after);
    return overlay;
  }
}
