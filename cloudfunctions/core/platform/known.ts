import type { Collection, Stored, Transaction } from './database';
import type { Found, LookUp } from './look-up';

/**
 * The transaction, which answers the first `get` of each document that was looked up with what was found then. What was
 * found may be older than the transaction's snapshot, so that this is for documents of which something else tells that
 * they are too old: a unique index that the transaction writes to, or that nobody minds.
 */
export function withKnown(transaction: Transaction, found: Found, lookUps: readonly LookUp[]): Transaction {
  const known = new Map<string, Stored | undefined>();
  const keyOf = (of: Collection<Stored>, id: string): string => `${of.name}/${id}`;
  for (const lookUp of lookUps) {
    for (const id of found.values(lookUp)) known.set(keyOf(lookUp.of, id), undefined);
    for (const document of found.documents(lookUp) ?? []) known.set(keyOf(lookUp.of, document._id), document);
  }
  return {
    ...transaction,
    get<T extends Stored>(from: Collection<T>, id: string): Promise<T | undefined> {
      const key = keyOf(from, id);
      if (!known.has(key)) return transaction.get(from, id);
      const document = known.get(key) as T | undefined;
      known.delete(key);
      return Promise.resolve(document);
    },
  };
}
