import type { BookFault } from '../../../../miniprogram/contracts/passbook';
import { hashOfEntry } from '../chain';
import type { Entry } from '../entry';
import type { Passbook } from '../passbook';
import { wordsHold, type Salts } from '../words';
import { accountOf, effectOn, kindOf, transferFault, type Transfer } from './accounts';
import { countersAfter, earnedAfter, emptyBook, headAfter, type BookState } from './ledger';

/** The first line of a book that does not hold, and why. */
export interface BrokenLine {
  readonly state: 'broken';
  readonly firstBrokenSequence: number;
  readonly why: BookFault;
}

export type VerificationResult =
  { readonly state: 'sound'; readonly entries: number; readonly balance: number; readonly hash: string } | BrokenLine;

/** How far a book has been verified: its state there, and the newest line that holds; null before the first. */
export interface VerifiedPart {
  readonly book: BookState;
  readonly newest: Entry | null;
}

export const nothingVerified: VerifiedPart = { book: emptyBook, newest: null };

export function broken(firstBrokenSequence: number, why: BookFault): BrokenLine {
  return { state: 'broken', firstBrokenSequence, why };
}

/**
 * Walks on over entries in ascending order; a verdict as soon as one does not follow from those before it.
 * @param salts of everybody in these entries; without them words are not looked at
 */
export function verifyEntries(from: VerifiedPart, entries: readonly Entry[], salts?: Salts): VerifiedPart | BrokenLine {
  let at = from;
  for (const entry of entries) {
    const why = faultOfEntry(at, entry, salts);
    if (why) return broken(at.book.sequence + 1, why);
    at = partAt(entry);
  }
  return at;
}

/** A book verified up to a line, whose own hash holds or is known from elsewhere. */
export function partAt(entry: Entry): VerifiedPart {
  const { sequence, hash, balance, held, count, year, countThisYear, earned } = entry;
  const known = entry.form > 1 && earned !== undefined ? { earned } : {};
  const book = { sequence, hash, balance, held, count, year, countThisYear, ...known };
  return { book, newest: entry };
}

/** Why a line does not follow from the book before it; null where it does. */
function faultOfEntry({ book, newest }: VerifiedPart, entry: Entry, salts: Salts | undefined): BookFault | null {
  const hash = hashOfEntry(entry);
  if (hash === undefined) return 'form';
  if (entry.sequence !== book.sequence + 1) return 'sequence';
  const line = entry.form === 1 ? withoutLaterFields(entry) : entry;
  const transfer = transferIn(line);
  if (!transfer || transferFault(book, transfer)) return 'accounts';
  const after = countersAfter(book, { ...line, transfer });
  if (entry.balance !== after.balance || entry.held !== after.held) return 'balance';
  if (entry.form > 1 && entry.earned !== earnedAfter(book, { ...entry, transfer })) return 'balance';
  if (entry.count !== after.count || entry.year !== after.year || entry.countThisYear !== after.countThisYear)
    return 'count';
  if (entry.previousHash !== book.hash || entry.hash !== hash || (newest && newest.bookId !== entry.bookId))
    return 'hash';
  return salts && !wordsHold(entry, salts) ? 'words' : null;
}

/** A line of form 1 as it was written: what later forms say enters none of its figures. */
function withoutLaterFields(entry: Entry): Entry {
  const { branchId, effectiveAt, backdated, earned, ...line } = entry;
  void [branchId, effectiveAt, backdated, earned];
  return line;
}

/** The transfer that a line writes down; undefined where its accounts or points do not agree with each other. */
function transferIn(entry: Entry): Transfer | undefined {
  const [from, to] = [kindOf(entry.from), kindOf(entry.to)];
  if (!from || !to || entry.from !== accountOf(from, entry) || entry.to !== accountOf(to, entry)) return undefined;
  const transfer = { from, to, amount: entry.amount };
  return entry.points === effectOn('person', transfer) ? transfer : undefined;
}

const statedFields = [
  'balance',
  'held',
  'earned',
  'hash',
  'communityId',
  'personId',
  'unit',
  'name',
  'nameKey',
] as const;
const countedFields = ['count', 'year', 'countThisYear'] as const;

/** The last step: the head says what its newest entry says, and counts what its entries count. */
export function verifyHead({ book, newest }: VerifiedPart, head: Passbook | null): VerificationResult {
  const { sequence, balance, hash } = book;
  const found = head?.sequence ?? 0;
  if (found !== sequence) return broken(Math.min(found, sequence) + 1, found > sequence ? 'sequence' : 'head');
  if (!head) return { state: 'sound', entries: 0, balance: 0, hash };
  if (!newest) return broken(1, 'head');
  const due = headAfter(newest, head);
  if (head._id !== due._id || statedFields.some((field) => head[field] !== due[field])) return broken(sequence, 'head');
  if (countedFields.some((field) => head[field] !== due[field])) return broken(sequence, 'count');
  return { state: 'sound', entries: sequence, balance, hash };
}

/** A whole book at once, its entries in any order. */
export function verifyBook(entries: readonly Entry[], head: Passbook | null, salts?: Salts): VerificationResult {
  const sorted = [...entries].sort((left, right) => left.sequence - right.sequence);
  const verified = verifyEntries(nothingVerified, sorted, salts);
  return 'state' in verified ? verified : verifyHead(verified, head);
}

/**
 * A page of a book, newest line first: each line follows from the one before it, and the newest says what the head
 * says. A head that is further than the page was written while the page was read.
 * @param head undefined where the page is not the first
 * @returns the first line that does not hold
 */
export function verifyPage(entries: readonly Entry[], head: Passbook | null | undefined): BrokenLine | undefined {
  const [first, ...rest] = [...entries].reverse();
  if (!first) return head ? broken(1, 'head') : undefined;
  const isWhole = first.sequence === 1;
  if (!isWhole && hashOfEntry(first) !== first.hash) return broken(first.sequence, 'hash');
  const verified = isWhole ? verifyEntries(nothingVerified, [first, ...rest]) : verifyEntries(partAt(first), rest);
  if ('state' in verified) return verified;
  if (head === undefined || (head && head.sequence > verified.book.sequence)) return undefined;
  const verdict = verifyHead(verified, head);
  return verdict.state === 'broken' ? verdict : undefined;
}
