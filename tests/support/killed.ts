import type { Database } from '../../cloudfunctions/core/platform/database';

/** A database that breaks off, as a killed function does, with every write after so many. */
export function killedAfter(writes: number, database: Database, onKill: () => void = () => undefined): Database {
  let left = writes;
  const count = (): void => {
    left -= 1;
    if (left >= 0) return;
    onKill();
    throw new Error('killed');
  };
  return {
    ...database,
    insert: async (into, document) => (count(), database.insert(into, document)),
    updateWhere: async (within, where, change) => (count(), database.updateWhere(within, where, change)),
    transaction: async (work) => (count(), database.transaction(work)),
  };
}
