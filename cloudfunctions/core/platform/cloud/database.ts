import {
  DuplicateValue,
  type Collection,
  type Database,
  type Joined,
  type MaybeHeld,
  type Named,
  type Query,
  type Stored,
} from '../database';
import { isDuplicate } from './errors';
import { findTogether } from './find-together';
import { lookUp } from './look-up';
import type { Sdk, SdkDatabase, SdkQuery } from './sdk';
import { stamped, type Forms } from './forms';
import { plainPoints } from './plain-points';
import { runTransaction } from './transaction';
import { toConditions, toFilter, toUpdate } from './translate';

/** 100 is what the SDK sends where nobody set a limit, so that a query of exactly 100 looks forgotten. */
const maxDocuments = 99;

/** Where a joined document and held values stand in the answer; no document of ours has such fields. */
const joinedField = '__joined';
const heldField = '__held';

/**
 * The cloud's database behind our narrow interface.
 * @param forms the version of the form that new documents of each collection have; a collection that is not named is
 * not stamped
 */
export function cloudDatabase(sdk: Sdk, forms: Forms = new Map()): Database {
  const database = sdk.database({ throwOnNotFound: false });
  const { command } = database;
  return {
    get: (from, id) => getOne(database, from, id),
    getWith: (from, id, other, maybeHeld) => joined(database, from, id, { other, maybeHeld }),
    async find<T extends Stored>(from: Collection<T>, query: Query) {
      const asked = shape(database.collection(from.name).where(toFilter(command, query)), query);
      const { data } = await asked.limit(Math.min(query.limit, maxDocuments)).get();
      return (data as T[]).map((document) => plainPoints(document));
    },
    findTogether: (base, questions) => findTogether(database, base, questions),
    lookUp: (from, wanted) => lookUp(database, from, wanted),
    async count(from, where) {
      return (await database.collection(from.name).where(toConditions(command, where)).count()).total;
    },
    insert: (into, document) => add(database, into.name, stamped(forms, into.name, document)),
    insertAll: (into, documents) =>
      add(
        database,
        into.name,
        documents.map((document) => stamped(forms, into.name, document)),
      ),
    async updateWhere(within, where, change) {
      const asked = database.collection(within.name).where(toConditions(command, where));
      try {
        return (await asked.update({ data: toUpdate(command, change) })).stats.updated;
      } catch (error) {
        throw isDuplicate(error) ? new DuplicateValue() : error;
      }
    },
    async removeWhere(within, where) {
      return (await database.collection(within.name).where(toConditions(command, where)).remove()).stats.removed;
    },
    transaction: (work, options) => runTransaction(database, work, { ...options, forms }),
  };
}

/** False where a document exists already. */
async function add(database: SdkDatabase, into: string, data: object): Promise<boolean> {
  try {
    await database.collection(into).add({ data });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

async function getOne<T extends Stored>(database: SdkDatabase, from: Collection<T>, id: string) {
  const { data } = await database.collection(from.name).doc(id).get();
  return plainPoints((data ?? undefined) as T | undefined);
}

function shape(asked: SdkQuery, query: Query): SdkQuery {
  let shaped = asked;
  for (const [field, direction] of Object.entries(query.sort ?? {})) shaped = shaped.orderBy(field, direction);
  if (query.exclude) shaped = shaped.field(Object.fromEntries(query.exclude.map((field) => [field, false])));
  return shaped;
}

async function joined<T extends Stored, Other extends Stored>(
  database: SdkDatabase,
  from: Collection<T>,
  id: string,
  { other, maybeHeld }: { other: Named<T, Other> | null; maybeHeld?: MaybeHeld | undefined },
): Promise<Joined<T, Other> | undefined> {
  let asked = database.collection(from.name).aggregate().match({ _id: id }).limit(1);
  if (other) asked = asked.lookup({ from: other.in.name, localField: other.by, foreignField: '_id', as: joinedField });
  if (maybeHeld) {
    const { field, values } = maybeHeld;
    asked = asked
      .addFields({ [heldField]: values })
      .lookup({ from: maybeHeld.in.name, localField: heldField, foreignField: field, as: heldField })
      .addFields({ [heldField]: `$${heldField}.${field}` });
  }
  const [found] = (await asked.end()).list as (T & {
    readonly [joinedField]?: readonly Other[];
    readonly [heldField]?: readonly (string | readonly string[])[];
  })[];
  if (!found) return undefined;
  const { [joinedField]: others = [], [heldField]: held = [], ...document } = found;
  return { document: plainPoints(document as unknown as T), other: plainPoints(others[0]), held: new Set(held.flat()) };
}
