import { collection, type Database, type Transaction } from '../platform/database';
import { randomIds, type Ids } from '../platform/ids';
import type { Entry } from './entry';
import { peopleIn, type Salts } from './words';

/** One person's salt for the digests of their words in books, their own and others'. `_id` is the person's. */
export interface Salt {
  readonly _id: string;
  readonly communityId: string;
  /** Null once it was erased: then nobody can tell any more what the words were, and every line still holds. */
  readonly salt: string | null;
  readonly erasure: SaltErasure | null;
}

/** The signed line that a salt leaves behind. */
export interface SaltErasure {
  readonly at: Date;
  /** Who erased it, and who had asked for it. */
  readonly byId: string;
  readonly askedById: string;
  readonly reason: string;
  /** Ed25519 over `textOfErasure`, and the public half of the key, both in base64. */
  readonly signature: string;
  readonly publicKey: string;
}

export const salts = collection<Salt>('salts');

/** About 190 bits. */
const saltLength = 32;

export function newSalt(ids: Pick<Ids, 'token'>): string {
  return ids.token(saltLength);
}

/** The most that one query gives (platform/database.ts). */
const saltsAtOnce = 99;

/** The salts of some people; who has none is missing. One read for 99 people. */
export async function readSalts(database: Database, personIds: Iterable<string>): Promise<Salts> {
  const wanted = [...new Set(personIds)];
  const found = new Map<string, string | null>();
  for (let start = 0; start < wanted.length; start += saltsAtOnce) {
    const ids = wanted.slice(start, start + saltsAtOnce);
    for (const { _id, salt } of await database.find(salts, { where: { _id: { oneOf: ids } }, limit: saltsAtOnce }))
      found.set(_id, salt);
  }
  return found;
}

/** The same within a transaction, where who has none yet gets one. One read each, one write for a new one. */
export async function readOrMakeSalts(
  transaction: Transaction,
  communityId: string,
  personIds: readonly string[],
): Promise<Salts> {
  const found = new Map<string, string | null>();
  for (const personId of personIds) {
    const known = await transaction.get(salts, personId);
    const salt = known ? known.salt : newSalt(randomIds);
    if (!known) await transaction.insert(salts, { _id: personId, communityId, salt, erasure: null });
    found.set(personId, salt);
  }
  return found;
}

/** The salts of everybody whose names or words stand in these lines. */
export function saltsOf(database: Database, entries: readonly Entry[]): Promise<Salts> {
  return readSalts(database, entries.flatMap(peopleIn));
}
