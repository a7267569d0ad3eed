import { createHash } from 'node:crypto';
import { canonicalJson } from '../platform/ids';
import type { Entry } from './entry';

/** What stands before the first entry of a book. */
export const firstHash = '0'.repeat(64);

/** What an entry says; its hash covers each of these fields and no other. */
const hashedFields = [
  '_id',
  'kind',
  'bookId',
  'communityId',
  'unit',
  'personId',
  'name',
  'memberClass',
  'branchName',
  'at',
  'cause',
  'title',
  'points',
  'countDelta',
  'rule',
  'sourceId',
  'reversal',
  'from',
  'to',
  'sequence',
  'balance',
  'year',
  'countThisYear',
  'previousHash',
] as const satisfies readonly (keyof Entry)[];

/**
 * SHA-256 over the previous hash and everything that the entry says, so that no line can be changed, added or taken out
 * unseen.
 */
export function hashOfEntry(entry: Omit<Entry, 'hash'>): string {
  const content = Object.fromEntries(hashedFields.map((field) => [field, entry[field]]));
  return createHash('sha256').update(entry.previousHash).update(canonicalJson(content)).digest('hex');
}

/** The first eight characters of a hash, as a book prints them at its foot: `7F3A-92C1`. */
export function checkCode(hash: string): string {
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();
}
