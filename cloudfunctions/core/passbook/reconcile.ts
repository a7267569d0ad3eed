import type { Services } from '../platform/context';
import { writeRun, type Run } from '../run/run';
import { dayText, wallClock } from '../time/shanghai';
import { passbooks } from './passbook';
import { walkBook } from './walk-book';

const booksAtOnce = 20;
const mostPages = 3;
/** Not before this hour in Shanghai, when nobody is about. */
const startHour = 2;
/** Broken books that are remembered by id; more are only counted in the log. */
const brokenKept = 50;

/**
 * Every night every book is walked from its first line to its head, some books a run; the next run goes on after the last.
 * A broken book is logged and remembered by id. It only reads, so that it may run twice.
 * @returns how many books were walked
 */
export async function reconcile({ database, clock, log }: Services, run: Run | undefined): Promise<number> {
  const now = clock.now();
  const isUnderWay = run !== undefined && run.cursor !== null;
  if (!isUnderWay && !isDueTonight(run, now)) return 0;
  let cursor = isUnderWay ? (run.cursor ?? '') : '';
  const broken = isUnderWay ? [...run.found] : [];
  let walked = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const books = await database.find(passbooks, { where: { _id: { after: cursor } }, order: { _id: 'up' }, limit: booksAtOnce });
    for (const book of books) {
      const verdict = await walkBook(database, book._id, book);
      if (verdict.state === 'broken') broken.push(book._id);
    }
    walked += books.length;
    const last = books.at(-1);
    if (!last || books.length < booksAtOnce) {
      if (broken.length > 0) log.line('error', { event: 'ledger-broken', books: broken.length });
      await writeRun(database, { _id: 'reconcile', ranAt: now, cursor: null, found: broken.slice(0, brokenKept) });
      return walked;
    }
    cursor = last._id;
  }
  await writeRun(database, { _id: 'reconcile', ranAt: now, cursor, found: broken.slice(0, brokenKept) });
  return walked;
}

function isDueTonight(run: Run | undefined, now: Date): boolean {
  return wallClock(now).minute >= startHour * 60 && (run === undefined || dayText(run.ranAt) < dayText(now));
}
