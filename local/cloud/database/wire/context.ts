import type { Indexes } from '../indexes/indexes';
import type { Metrics } from '../metrics';
import type { View } from '../read/view';
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

/** The database as a request sees it, inside a transaction or outside of one. */
export function viewOf({ store, indexes, transactions, caller }: RequestContext, transaction?: Transaction): View {
  return {
    store,
    strict: caller.strict,
    collection: (name) => indexes.collection(name),
    overlay: (collection) => (transaction === undefined ? new Map() : transactions.overlay(transaction, collection)),
    checkPlan: (collection, plan, query) => {
      if (caller.strict) checkPlan(collection, plan, query);
    },
  };
}

/** The size of several texts in UTF-8, in bytes. */
export function sizeBytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
