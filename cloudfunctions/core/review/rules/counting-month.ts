import type { ReviewUnit } from '../../../../miniprogram/contracts/review';
import type { Entry } from '../../passbook/entry';
import { monthText } from '../../time/shanghai';
import { monthAfter } from './review-day';

/** What of a line decides whether and when a review counts it. */
export type ReviewedLine = Pick<Entry, 'unit' | 'cause' | 'at' | 'effectiveAt' | 'backdated' | 'sequence' | 'reversal'>;

/**
 * The number of the last line that a frozen month counted of a book; undefined while the month is not frozen, 0 where
 * it holds nothing of the book.
 */
export type FrozenThrough = (month: string, unit: ReviewUnit) => number | undefined;

/** What a redemption holds, what ran out and what came from a paper book is nothing that somebody did in a month. */
const uncounted: ReadonlySet<Entry['cause']> = new Set(['opening', 'held', 'collected', 'released', 'expired']);

/** The keys of uncounted lines that can be undone: their undo is not counted either. */
const uncountedKeys = ['grant:opening:', 'expired:'] as const;

/** The unit of a line that reviews count; null of others. */
export function reviewedUnit({ unit, cause, backdated, reversal }: ReviewedLine): ReviewUnit | null {
  if (unit === 'courtyard' || uncounted.has(cause) || backdated === 'far') return null;
  return uncountedKeys.some((key) => reversal?.ofEntryId.startsWith(key)) ? null : unit;
}

/** The month in which what a line stands for happened: its meeting's, by the effective date. */
export function ownMonth({ at, effectiveAt }: Pick<ReviewedLine, 'at' | 'effectiveAt'>): string {
  return monthText(effectiveAt ?? at);
}

/**
 * The month in whose review a line counts: its own, or, where that was frozen before the line was written, the first
 * one after it that was not. A book's lines are numbered without a gap, so that each counts exactly once.
 */
export function countingMonth(line: ReviewedLine, unit: ReviewUnit, frozenThrough: FrozenThrough): string {
  let month = ownMonth(line);
  for (;;) {
    const through = frozenThrough(month, unit);
    if (through === undefined || line.sequence <= through) return month;
    month = monthAfter(month, 1);
  }
}
