import { wallClock } from '../../time/shanghai';
import type { Posting } from '../entry';

/** How often somebody was counted in the year of the newest line of their book. */
export interface YearCount {
  readonly year: number;
  readonly countThisYear: number;
}

type Counted = Pick<Posting, 'at' | 'effectiveAt' | 'reversal'>;

/** The year whose times a posting changes: that in which it counts, and for an undo that of the line that it undoes. */
export function countedYearOf({ at, effectiveAt, reversal }: Counted): number {
  return wallClock(reversal?.ofAt ?? effectiveAt ?? at).year;
}

/**
 * The count after one more posting. A book's year never goes back: what belongs to an earlier year, such as the undo of
 * a December line in January, or a line that was posted late, leaves the count of this one alone.
 */
export function yearCountAfter(before: YearCount | null, posting: Counted & Pick<Posting, 'countDelta'>): YearCount {
  const year = Math.max(before?.year ?? 0, wallClock(posting.at).year);
  const counted = before?.year === year ? before.countThisYear : 0;
  return { year, countThisYear: counted + (countedYearOf(posting) === year ? posting.countDelta : 0) };
}
