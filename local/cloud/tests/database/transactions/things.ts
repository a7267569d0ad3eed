import type { Collection, SdkOnDatabase, Transaction } from '../../support/database-sdk';

/** The collection within a transaction. */
export const inside = (transaction: Transaction): Collection => transaction.collection('things');

/** Three things, instead of what a test left. */
export function fill({ database }: SdkOnDatabase): void {
  database.reset();
  database.createCollection('things');
  database.createIndex('things', { name: 'u', fields: [{ name: 'u', direction: 1 }], unique: true, sparse: true });
  database.createIndex('things', { name: 'n', fields: [{ name: 'n', direction: 1 }] });
  database.load('things', [
    { _id: 'a', n: 1, u: 'a' },
    { _id: 'b', n: 2 },
    { _id: 'c', n: 3 },
  ]);
}
