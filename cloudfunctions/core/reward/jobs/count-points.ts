import { cursorOf, windowFrom, windowOf } from '../../job/change-window';
import type { JobRecord } from '../../job/job-record';
import { lookBackMs, type Job, type JobProgress } from '../../job/job';
import { bookLines, type Entry } from '../../passbook/entry';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { monthStart, monthText, wallClock } from '../../time/shanghai';
import { issuedBy } from '../rules/sheet';
import { pointSheetIdOf, pointSheets } from '../sheet/point-sheet';

/** The most that one query gives (platform/database.ts). */
const linesAtOnce = 99;
const maxPages = 20;

/**
 * Counts the courtyard points of this month and of the one before anew from the ledger, where a line was written since,
 * so that the public month says what the books say. A community after the other, each in one step; broken off anywhere
 * it goes on there. It counts communities.
 */
export const countPoints: Job = {
  name: 'count-points',
  every: 'hour',
  waiting: (now) => [
    { of: bookLines, where: { unit: 'courtyard', at: { gt: new Date(now.getTime() - lookBackMs) } }, limit: 1 },
  ],
  run: ({ database, clock }, record, until) => count(database, clock, { record, until }),
};

interface Share {
  readonly record: JobRecord | undefined;
  readonly until: Date;
}

async function count(database: Database, clock: Clock, { record, until }: Share): Promise<JobProgress> {
  let done = 0;
  for (let window = windowOf(record); ;) {
    const now = clock.now();
    const { communityIds, end } = await changedIn(database, window.from, window.to ?? now);
    const to = end ?? window.to ?? now;
    const left = [...communityIds].sort().filter((communityId) => communityId > window.communityId);
    for (const communityId of left) {
      await countCommunity(database, communityId, now);
      done += 1;
      const isCut = communityId !== left.at(-1) && clock.now() >= until;
      if (isCut) return { done, cursor: cursorOf({ from: window.from, to, communityId }) };
    }
    if (!end && !window.to) return { done };
    window = windowFrom(to);
    if (clock.now() >= until) return { done, cursor: cursorOf(window) };
  }
}

/** The communities in whose courtyard books something was written; `end` is set when more lines follow. */
async function changedIn(
  database: Database,
  from: Date,
  to: Date,
): Promise<{ readonly communityIds: ReadonlySet<string>; readonly end?: Date }> {
  const communityIds = new Set<string>();
  let after = from;
  for (let page = 0; page < maxPages; page += 1) {
    const where = { unit: 'courtyard', at: { gt: after, lte: to } };
    const lines = await database.find(bookLines, { where, sort: { at: 'asc' }, limit: linesAtOnce });
    for (const line of lines) if (line.kind === 'entry') communityIds.add(line.communityId);
    const last = lines.at(-1);
    if (lines.length < linesAtOnce || last?.kind !== 'entry') return { communityIds };
    after = last.at;
  }
  return { communityIds, end: after };
}

async function countCommunity(database: Database, communityId: string, now: Date): Promise<void> {
  const { year, month } = wallClock(now);
  for (const start of [monthStart(year, month - 1), monthStart(year, month)])
    await countMonth(database, communityId, { start, countedAt: now });
}

interface MonthToCount {
  readonly start: Date;
  readonly countedAt: Date;
}

async function countMonth(database: Database, communityId: string, { start, countedAt }: MonthToCount): Promise<void> {
  const entries = await readMonth(database, communityId, start);
  if (entries.length === 0) return;
  const month = monthText(start);
  const _id = pointSheetIdOf(communityId, month);
  const counted = { ...issuedBy(entries), countedAt };
  const changed = await database.updateWhere(pointSheets, { _id }, { set: counted });
  if (changed === 0) await database.insert(pointSheets, { _id, communityId, month, ...counted });
}

/** Every courtyard line of a month, page by page; of one moment there are never more than a page. */
async function readMonth(database: Database, communityId: string, start: Date): Promise<readonly Entry[]> {
  const { year, month } = wallClock(start);
  const end = monthStart(year, month + 1);
  const found = new Map<string, Entry>();
  for (let from = start, isLast = false; !isLast;) {
    const where = { communityId, unit: 'courtyard', at: { gte: from, lt: end } };
    const lines = await database.find(bookLines, { where, sort: { at: 'asc' }, limit: linesAtOnce });
    const before = found.size;
    for (const line of lines) if (line.kind === 'entry') found.set(line._id, line);
    isLast = lines.length < linesAtOnce || found.size === before;
    const last = lines.at(-1);
    if (last?.kind === 'entry') from = last.at;
  }
  return [...found.values()];
}
