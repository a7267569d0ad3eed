import type { Database } from '../platform/database';
import { nextDayStart, startOfDay } from '../time/shanghai';
import { bookLines, type Entry } from './entry';
import { lateDays } from './rules/effective';
import { splitLines } from './view';

const dayMs = 86_400_000;

/** A book has fewer late lines in a month, and fewer that were brought in from paper. */
const maxLines = 99;

/**
 * Lines that count on a day or before and were written after it: what was written by the day's end and these are all
 * that counts by then. Two reads, however long the book is.
 */
export async function readLateLines(database: Database, bookId: string, day: string): Promise<readonly Entry[]> {
  const end = nextDayStart(startOfDay(day));
  const until = new Date(end.getTime() + (lateDays + 1) * dayMs);
  const [near, far] = await Promise.all(
    [
      { bookId, backdated: 'near', at: { gte: end, lt: until } },
      { bookId, backdated: 'far', at: { gte: end } },
    ].map((where) => database.find(bookLines, { where, sort: { at: 'asc' }, limit: maxLines })),
  );
  const { entries } = splitLines([...(near ?? []), ...(far ?? [])]);
  return entries.filter(({ effectiveAt, at }) => (effectiveAt ?? at) < end);
}
