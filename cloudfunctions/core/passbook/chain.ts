import { createHash } from 'node:crypto';
import { canonicalJson } from '../platform/ids';
import type { Entry } from './entry';

/** What stands before the first entry of a book. */
export const firstHash = '0'.repeat(64);

/** The form in which entries are written. */
export const entryForm = 2;

/**
 * What an entry says, by form; its hash covers each of these fields and no other. Names and people's own words are not
 * among them: `digests` stands for them. A later form is added here; none is ever changed.
 */
const form1 = [
  '_id',
  'kind',
  'form',
  'bookId',
  'communityId',
  'unit',
  'personId',
  'memberClass',
  'branchName',
  'at',
  'cause',
  'titleBy',
  'points',
  'countDelta',
  'rule',
  'sourceId',
  'from',
  'to',
  'amount',
  'sequence',
  'balance',
  'held',
  'year',
  'countThisYear',
  'count',
  'digests',
  'previousHash',
] as const satisfies readonly (keyof Entry)[];

const hashedFields = {
  1: form1,
  /** The branch by its id, the day on which a line counts, and what ever came in. */
  2: [...form1, 'branchId', 'effectiveAt', 'backdated', 'earned'],
} as const satisfies Readonly<Record<number, readonly (keyof Entry)[]>>;

/** What of a reversal is neither name nor words. */
function reversalFacts({ reversal }: Pick<Entry, 'reversal'>): object | null {
  if (!reversal) return null;
  const { ofEntryId, ofSequence, ofAt, byId, secondId } = reversal;
  return { ofEntryId, ofSequence, ofAt, byId, secondId };
}

/**
 * SHA-256 over the previous hash and everything that the entry says, so that no line can be changed, added or taken out
 * unseen. It goes by the form that the entry names.
 * @returns undefined for a form that this code does not know
 */
export function hashOfEntry(entry: Omit<Entry, 'hash'>): string | undefined {
  const fields = new Map<number, readonly (keyof Omit<Entry, 'hash'>)[]>(
    Object.entries(hashedFields).map(([form, names]) => [Number(form), names]),
  ).get(entry.form);
  if (!fields) return undefined;
  const content = {
    ...Object.fromEntries(fields.map((field) => [field, entry[field]])),
    reversal: reversalFacts(entry),
  };
  return createHash('sha256').update(entry.previousHash).update(canonicalJson(content)).digest('hex');
}

/** The first eight characters of a hash, as a book prints them at its foot: `7F3A-92C1`. */
export function checkCode(hash: string): string {
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();
}
