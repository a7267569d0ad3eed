import { people } from '../../person/person';
import { noteCommunityChange } from '../../place/community-change';
import type { Services } from '../../platform/context';
import { lookBackMs, type Job, type JobProgress } from '../../job/job';
import { cursorOf, windowFrom, windowOf } from '../../job/change-window';
import type { JobRecord } from '../../job/job-record';
import { monthText, wallClock } from '../../time/shanghai';
import { orders, type Order } from '../document/order';
import { emptyTally, tallies, type Tally } from '../../statistics/tally';
import { writeRosterLoads } from '../matching/write-rosters';
import { countLoads, withMonths, tallyMonth } from '../rules/order-tally';

const changesAtOnce = 99;
const maxPages = 20;

/**
 * Counts anew the months in which an order changed since the last count, hour by hour. The same orders give the same
 * numbers, so that it may run twice or begin again. Cost grows with what changed, never with the history.
 * It counts months.
 */
export const countOrders: Job = {
  name: 'counting',
  every: 'hour',
  waiting: (now) => [
    { of: orders, where: { updatedAt: { gt: new Date(now.getTime() - lookBackMs), lte: now } }, limit: 1 },
  ],
  run: count,
};

/** One window after the other, and in it one community after the other: broken off anywhere it goes on there. */
async function count(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  let counted = 0;
  for (let window = windowOf(record); ;) {
    const now = services.clock.now();
    const { months, end } = await changedIn(services, window.from, window.to ?? now);
    const to = end ?? window.to ?? now;
    const left = [...months].filter(([communityId]) => communityId > window.communityId);
    for (const [index, [communityId, changed]] of left.sort(([one], [other]) => (one < other ? -1 : 1)).entries()) {
      counted += await countCommunity(services, { communityId, changed, until: now });
      await noteCommunityChange(services.database, communityId, now);
      const isCut = index < left.length - 1 && services.clock.now() >= until;
      if (isCut) return { done: counted, cursor: cursorOf({ from: window.from, to, communityId }) };
    }
    if (!end && !window.to) return { done: counted };
    window = windowFrom(to);
    if (services.clock.now() >= until) return { done: counted, cursor: cursorOf(window) };
  }
}

/** Months by community in which something changed; `end` is set when more changes follow. */
async function changedIn(
  { database }: Services,
  from: Date,
  to: Date,
): Promise<{ months: ReadonlyMap<string, ReadonlySet<string>>; end?: Date }> {
  const months = new Map<string, Set<string>>();
  let after = from;
  for (let page = 0; page < maxPages; page += 1) {
    const found = await database.find(orders, {
      where: { updatedAt: { gt: after, lte: to } },
      sort: { updatedAt: 'asc' },
      limit: changesAtOnce,
    });
    for (const { communityId, month } of found)
      months.set(communityId, (months.get(communityId) ?? new Set<string>()).add(month));
    const last = found.at(-1);
    if (!last || found.length < changesAtOnce) return { months };
    after = last.updatedAt;
  }
  return { months, end: after };
}

interface CommunityChanges {
  readonly communityId: string;
  readonly changed: ReadonlySet<string>;
  readonly until: Date;
}

/**
 * An order that is accepted this month was mostly made in it or in the one before; older ones still count where they
 * changed.
 */
async function countCommunity(services: Services, { communityId, changed, until }: CommunityChanges): Promise<number> {
  const { database } = services;
  const wanted = new Set([...changed, ...lastTwoMonths(until)]);
  const byMonth = new Map<string, readonly Order[]>();
  for (const month of wanted) byMonth.set(month, await ordersOfMonth(services, communityId, month));
  const before = (await database.get(tallies, communityId)) ?? emptyTally(communityId, until);
  const months = withMonths(
    before.months,
    [...byMonth].map(([month, found]) => tallyMonth(month, found)),
  );
  const loads = countLoads([...byMonth.values()].flat(), until);
  await writeLoads(services, before.loads, loads, until);
  await writeRosterLoads(database, communityId, loads, until);
  const changedCount = await database.updateWhere(tallies, { _id: communityId }, { set: { months, loads, until } });
  if (changedCount === 0) await database.insert(tallies, { ...before, months, loads, until });
  return wanted.size;
}

async function ordersOfMonth({ database }: Services, communityId: string, month: string): Promise<readonly Order[]> {
  const all: Order[] = [];
  for (let page = 0; page < maxPages * 5; page += 1) {
    const last = all.at(-1);
    const where = { communityId, month, createdKey: last ? { gt: '', lt: last.createdKey } : { gt: '' } };
    const found = await database.find(orders, {
      where,
      sort: { createdKey: 'desc' },
      limit: changesAtOnce,
      exclude: ['trail', 'photos', 'offers', 'words'],
    });
    all.push(...found);
    if (found.length < changesAtOnce) break;
  }
  return all;
}

/** Suggestions read the load beside the person. */
async function writeLoads(
  { database }: Services,
  before: Tally['loads'],
  now: Tally['loads'],
  until: Date,
): Promise<void> {
  const old = new Map(before.map(({ personId, count }) => [personId, count]));
  const given = new Set(now.map(({ personId }) => personId));
  const gone = before.flatMap(({ personId }) => (given.has(personId) ? [] : [{ personId, count: 0 }]));
  const month = monthText(until);
  for (const { personId, count } of [...now, ...gone]) {
    if (old.get(personId) !== count)
      await database.updateWhere(people, { _id: personId }, { set: { load: { month, count } } });
  }
}

function lastTwoMonths(now: Date): readonly string[] {
  const { year, month } = wallClock(now);
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return [before, monthText(now)];
}
