import { pointUnits, type PointUnit } from '../../../../miniprogram/contracts/passbook';
import { cursorOf, windowFrom, windowOf } from '../../job/change-window';
import type { JobRecord } from '../../job/job-record';
import { lookBackMs, type Job, type JobProgress } from '../../job/job';
import { bookLines, type BookLine, type Entry } from '../../passbook/entry';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { monthStart, monthText, wallClock } from '../../time/shanghai';
import { issuedBy } from '../rules/sheet';
import { pointSheetIdOf, pointSheets } from '../sheet/point-sheet';

/** The most that one query gives (platform/database.ts). */
const linesAtOnce = 99;
const maxPages = 20;

/**
 * Counts the points of this month and of the one before anew from the ledger, where a line was written since, so that
 * the public month and the brief say what the books say; each unit by a job of its own. A community after the other,
 * each in one step; broken off anywhere it goes on there. It counts communities.
 */
export const countPoints: readonly Job[] = pointUnits.map((unit) => ({
  name: unit === 'courtyard' ? 'count-points' : `count-points-${unit}`,
  every: 'hour',
  waiting: (now) => [{ of: bookLines, where: { unit, at: { gt: new Date(now.getTime() - lookBackMs) } }, limit: 1 }],
  run: ({ database, clock }, record, until) => count(database, clock, { unit, record, until }),
}));

interface Share {
  readonly unit: PointUnit;
  readonly record: JobRecord | undefined;
  readonly until: Date;
}

async function count(database: Database, clock: Clock, { unit, record, until }: Share): Promise<JobProgress> {
  let done = 0;
  for (let window = windowOf(record); ;) {
    const now = clock.now();
    const { communityIds, end } = await changedIn(database, { unit, from: window.from, to: window.to ?? now });
    const to = end ?? window.to ?? now;
    const left = [...communityIds].sort().filter((communityId) => communityId > window.communityId);
    for (const communityId of left) {
      await countCommunity(database, { communityId, unit, countedAt: now });
      done += 1;
      const isCut = communityId !== left.at(-1) && clock.now() >= until;
      if (isCut) return { done, cursor: cursorOf({ from: window.from, to, communityId }) };
    }
    if (!end && !window.to) return { done };
    window = windowFrom(to);
    if (clock.now() >= until) return { done, cursor: cursorOf(window) };
  }
}

interface Changes {
  readonly unit: PointUnit;
  readonly from: Date;
  readonly to: Date;
}

/**
 * The communities in whose books something was written; `end` is set when more lines follow. A page goes on behind the
 * last line of the one before, and all that carry one moment belong to one share, however many they are: a share that
 * began after a moment would leave out the rest of its lines.
 */
async function changedIn(
  database: Database,
  { unit, from, to }: Changes,
): Promise<{ readonly communityIds: ReadonlySet<string>; readonly end?: Date }> {
  const communityIds = new Set<string>();
  let last: Entry | undefined;
  for (let page = 0; ; page += 1) {
    const lines: BookLine[] = await database.find(bookLines, {
      where: { unit, at: last ? { gte: last.at, lte: to } : { gt: from, lte: to } },
      ...(last && { anyOf: [{ at: { gt: last.at } }, { _id: { gt: last._id } }] }),
      sort: { at: 'asc', _id: 'asc' },
      limit: linesAtOnce,
    });
    const entries = lines.flatMap((line) => (line.kind === 'entry' ? [line] : []));
    const next = page >= maxPages ? entries.findIndex(({ at }) => at.getTime() !== last?.at.getTime()) : -1;
    for (const { communityId } of next < 0 ? entries : entries.slice(0, next)) communityIds.add(communityId);
    if (next >= 0 && last) return { communityIds, end: last.at };
    last = entries.at(-1);
    if (lines.length < linesAtOnce || !last) return { communityIds };
  }
}

interface BooksToCount {
  readonly communityId: string;
  readonly unit: PointUnit;
  readonly countedAt: Date;
}

async function countCommunity(database: Database, books: BooksToCount): Promise<void> {
  const { year, month } = wallClock(books.countedAt);
  for (const start of [monthStart(year, month - 1), monthStart(year, month)]) await countMonth(database, books, start);
}

async function countMonth(database: Database, books: BooksToCount, start: Date): Promise<void> {
  const issued = await issuedIn(database, books, start);
  if (!issued) return;
  const { communityId, unit, countedAt } = books;
  const month = monthText(start);
  const _id = pointSheetIdOf(communityId, month, unit);
  const counted = { ...issued, countedAt, ...(unit !== 'courtyard' && { unit }) };
  const changed = await database.updateWhere(pointSheets, { _id }, { set: counted });
  if (changed === 0) await database.insert(pointSheets, { _id, communityId, month, ...counted });
}

/** What a month's lines issued, however many, page by page: a page goes on behind the last line of the one before. */
async function issuedIn(
  database: Database,
  { communityId, unit }: BooksToCount,
  start: Date,
): Promise<ReturnType<typeof issuedBy> | undefined> {
  const { year, month } = wallClock(start);
  const end = monthStart(year, month + 1);
  let sum: ReturnType<typeof issuedBy> | undefined;
  for (let last: Entry | undefined; ;) {
    const at = { gte: last?.at ?? start, lt: end };
    const lines = await database.find(bookLines, {
      where: { communityId, unit, at },
      ...(last && { anyOf: [{ at: { gt: last.at } }, { _id: { gt: last._id } }] }),
      sort: { at: 'asc', _id: 'asc' },
      limit: linesAtOnce,
    });
    const entries = lines.flatMap((line) => (line.kind === 'entry' ? [line] : []));
    const { given, undone } = issuedBy(entries);
    if (entries.length > 0) sum = { given: (sum?.given ?? 0) + given, undone: (sum?.undone ?? 0) + undone };
    last = entries.at(-1);
    if (!last || lines.length < linesAtOnce) return sum;
  }
}
