import type { Database } from './database';

/** The database, which lets nothing be written before `claim` has succeeded; it is asked once, by the first write. */
export function withClaim(database: Database, claim: () => Promise<void>): Database {
  let claimed: Promise<void> | undefined;
  const first = (): Promise<void> => (claimed ??= claim());
  return {
    ...database,
    async insert(into, document) {
      await first();
      return database.insert(into, document);
    },
    async insertAll(into, documents) {
      await first();
      return database.insertAll(into, documents);
    },
    async updateWhere(within, where, change) {
      await first();
      return database.updateWhere(within, where, change);
    },
    async removeWhere(within, where) {
      await first();
      return database.removeWhere(within, where);
    },
    async transaction(work, options) {
      await first();
      return database.transaction(work, options);
    },
  };
}
