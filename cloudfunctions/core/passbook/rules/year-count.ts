import { wallClock } from '../../time/shanghai';
import type { Posting } from '../entry';

/** How often somebody was counted in the year of the newest line of their book. */
export interface YearCount {
  readonly year: number;
  readonly countThisYear: number;
}

/** The year whose times a posting changes: its own, and for an undo that of the line which it undoes. */
export function countedYearOf({ at, reversal }: Pick<Posting, 'at' | 'reversal'>): number {
  return wallClock(reversal?.ofAt ?? at).year;
}

/**
 * The count after one more posting. A book's year never goes back: what belongs to an earlier year, such as the undo of
 * a December line in January, or a line that was posted late, leaves the count of this one alone.
 */
export function yearCountAfter(
  before: YearCount | null,
  posting: Pick<Posting, 'at' | 'reversal' | 'countDelta'>,
): YearCount {
  const year = Math.max(before?.year ?? 0, wallClock(posting.at).year);
  const counted = before?.year === year ? before.countThisYear : 0;
  return { year, countThisYear: counted + (countedYearOf(posting) === year ? posting.countDelta : 0) };
}
