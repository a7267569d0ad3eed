import { lookBackMs, type Job, type JobProgress } from '../../job/job';
import { bookLines, type Entry } from '../../passbook/entry';
import type { Database } from '../../platform/database';
import { communities } from '../../place/community';
import { monthStart, monthText, wallClock } from '../../time/shanghai';
import { issuedBy } from '../rules/sheet';
import { pointSheetIdOf, pointSheets } from '../sheet/point-sheet';

const communitiesAtOnce = 20;
/** The most that one query gives (platform/database.ts). */
const linesAtOnce = 99;

/**
 * Counts the courtyard points of this month and of the one before anew from the ledger, so that the public month says
 * what the books say. A community after the other, each in one step; it counts communities.
 */
export const countPoints: Job = {
  name: 'count-points',
  every: 'hour',
  waiting: (now) => [
    { of: bookLines, where: { unit: 'courtyard', at: { gt: new Date(now.getTime() - lookBackMs) } }, limit: 1 },
  ],
  async run({ database, clock }, record, until): Promise<JobProgress> {
    const after = record?.cursor ?? '';
    const where = { _id: { gt: after } };
    const found = await database.find(communities, { where, sort: { _id: 'asc' }, limit: communitiesAtOnce });
    let last = after;
    for (const { _id } of found) {
      if (clock.now() >= until) return { done: found.findIndex((one) => one._id === _id), cursor: last };
      await countCommunity(database, _id, clock.now());
      last = _id;
    }
    return { done: found.length, cursor: found.length === communitiesAtOnce ? last : null };
  },
};

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
