import type { Collection, Database, Stored } from './database';
import type { LookUp } from './look-up';

/** One document that an answer needs whoever calls, so that it is read in one request with the caller. */
export interface Prefetch {
  readonly from: Collection<Stored>;
  readonly id: string;
  /** What else is looked up, by its fields too: it is called `named` there. */
  readonly lookUps?: readonly LookUp[];
}

/** What the document is called in look-ups by its fields. */
export const namedLookUp = 'named';

/** The look-up of the document, and what goes with it. */
export function lookUpsOf({ from, id, lookUps = [] }: Prefetch): readonly LookUp[] {
  return [{ name: namedLookUp, of: from, query: { where: { _id: id }, limit: 1 }, isOne: true }, ...lookUps];
}

/** The database, whose first `get` of that document answers with what was read already. */
export function withPrefetched(database: Database, prefetch: Prefetch, document: Stored | undefined): Database {
  let isFresh = true;
  return {
    ...database,
    get<T extends Stored>(from: Collection<T>, id: string) {
      if (!isFresh || from.name !== prefetch.from.name || id !== prefetch.id) return database.get(from, id);
      isFresh = false;
      return Promise.resolve(document as T | undefined);
    },
  };
}
