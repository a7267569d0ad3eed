import type { Indexes } from '../indexes/indexes';
import type { Metrics } from '../metrics';
import type { Overlay } from '../read/scan';
import type { View } from '../read/view';
import type { Collection } from '../storage/catalog';
import type { Store } from '../storage/store';
import type { Transaction, Transactions } from '../transaction/transactions';
import type { Caller } from '../types';
import type { Writer } from '../write/writer';
import { checkPlan } from './strict';

/** What the actions of the wire work with. */
export interface DatabaseServices {
  readonly store: Store;
  readonly indexes: Indexes;
  readonly writer: Writer;
  readonly transactions: Transactions;
}

/** One request while the database answers it. */
export interface RequestContext extends DatabaseServices {
  readonly caller: Caller;
  readonly metrics: Metrics;
  /** The one moment that the request's server dates resolve to. */
  readonly now: Date;
}

/** What stands on the top level of a reply beside the requestId. */
export interface ActionReply {
  readonly data?: unknown;
  readonly transactionId?: string;
}

/** @throws DatabaseError for a transaction that has ended */
export function transactionOf(
  context: RequestContext,
  { transactionId }: { transactionId?: string | undefined },
): Transaction | undefined {
  return transactionId === undefined ? undefined : context.transactions.get(transactionId);
}

const nothing: Overlay = new Map();

class RequestView implements View {
  readonly store: Store;
  readonly strict: boolean;

  constructor(
    private readonly context: RequestContext,
    private readonly transaction: Transaction | undefined,
  ) {
    this.store = context.store;
    this.strict = context.caller.strict;
  }

  collection(name: string): Collection {
    return this.context.indexes.collection(name);
  }

  overlay(collection: Collection): Overlay {
    return this.transaction === undefined ? nothing : this.context.transactions.overlay(this.transaction, collection);
  }

  checkPlan(...query: Parameters<View['checkPlan']>): void {
    if (this.strict) checkPlan(...query);
  }
}

/** The database as a request sees it, inside a transaction or outside of one. */
export function viewOf(context: RequestContext, transaction?: Transaction): View {
  return new RequestView(context, transaction);
}

/** The size of several texts in UTF-8, in bytes. */
export function sizeBytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
