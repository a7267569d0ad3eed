import { firstHash, hashOfEntry } from '../chain';
import type { Entry } from '../entry';
import type { Passbook } from '../passbook';
import { yearCountAfter, type YearCount } from './year-count';

export type VerificationResult =
  | { readonly state: 'sound'; readonly entries: number; readonly balance: number; readonly hash: string }
  | {
      readonly state: 'broken';
      readonly firstBrokenSequence: number;
      readonly why: 'hash' | 'sequence' | 'balance' | 'count' | 'head';
    };

/** How far a book has been verified. */
export interface VerifiedPart {
  readonly sequence: number;
  readonly balance: number;
  readonly hash: string;
  /** How often it was counted, ever, and in the year of the newest line. */
  readonly count: number;
  readonly years: YearCount | null;
}

export const nothingVerified: VerifiedPart = { sequence: 0, balance: 0, hash: firstHash, count: 0, years: null };

/** Walks on over entries in ascending order; a verdict as soon as one does not follow from those before it. */
export function verifyEntries(
  from: VerifiedPart,
  entries: readonly Entry[],
): VerifiedPart | Extract<VerificationResult, { state: 'broken' }> {
  let at = from;
  for (const entry of entries) {
    const due = at.sequence + 1;
    if (entry.sequence !== due) return { state: 'broken', firstBrokenSequence: due, why: 'sequence' };
    if (entry.balance !== at.balance + entry.points)
      return { state: 'broken', firstBrokenSequence: due, why: 'balance' };
    const years = yearCountAfter(at.years, entry);
    if (entry.year !== years.year || entry.countThisYear !== years.countThisYear)
      return { state: 'broken', firstBrokenSequence: due, why: 'count' };
    if (entry.previousHash !== at.hash || entry.hash !== hashOfEntry(entry))
      return { state: 'broken', firstBrokenSequence: due, why: 'hash' };
    at = { sequence: due, balance: entry.balance, hash: entry.hash, count: at.count + entry.countDelta, years };
  }
  return at;
}

/** The last step: the head says what its entries say. */
export function verifyHead(verified: VerifiedPart, head: Passbook | null): VerificationResult {
  const { sequence, balance, hash, count, years } = verified;
  const expected = head ?? { sequence: 0, balance: 0, hash: firstHash, count: 0, year: 0, countThisYear: 0 };
  if (expected.sequence !== sequence)
    return {
      state: 'broken',
      firstBrokenSequence: Math.min(expected.sequence, sequence) + 1,
      why: expected.sequence > sequence ? 'sequence' : 'head',
    };
  if (expected.balance !== balance || expected.hash !== hash)
    return { state: 'broken', firstBrokenSequence: sequence, why: 'head' };
  if (
    expected.count !== count ||
    expected.year !== (years?.year ?? 0) ||
    expected.countThisYear !== (years?.countThisYear ?? 0)
  )
    return { state: 'broken', firstBrokenSequence: sequence, why: 'count' };
  return { state: 'sound', entries: sequence, balance, hash };
}

/** A whole book at once, its entries in any order. */
export function verifyBook(entries: readonly Entry[], head: Passbook | null): VerificationResult {
  const verified = verifyEntries(
    nothingVerified,
    [...entries].sort((left, right) => left.sequence - right.sequence),
  );
  return 'state' in verified ? verified : verifyHead(verified, head);
}
