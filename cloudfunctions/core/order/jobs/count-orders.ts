import { noteCommunityChange } from '../../place/community-change';
import type { Services } from '../../platform/context';
import type { Query } from '../../platform/database';
import { lookBackMs, type Job, type JobProgress } from '../../job/job';
import { cursorOf, windowFrom, windowOf } from '../../job/change-window';
import type { JobRecord } from '../../job/job-record';
import { dayText } from '../../time/shanghai';
import { orders } from '../document/order';
import { countCommunity } from './count-community';

const changesAtOnce = 99;
const maxPages = 20;

/**
 * Counts anew the days in which an order was made that changed since the last count, hour by hour, and sums up their
 * months. The same orders give the same numbers, so that it may run twice or begin again. Cost grows with what changed,
 * never with the history, and it may be cut short between any two days. It counts communities.
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
  let done = 0;
  for (let window = windowOf(record); ;) {
    const now = services.clock.now();
    const { days, end } = await changedIn(services, window.from, window.to ?? now);
    const to = end ?? window.to ?? now;
    const left = [...days].filter(([communityId]) => communityId > window.communityId);
    let before = window.communityId;
    for (const [index, [communityId, changed]] of left.sort(([one], [other]) => (one < other ? -1 : 1)).entries()) {
      const isWhole = await countCommunity(services, { communityId, changed, to, until });
      if (!isWhole) return { done, cursor: cursorOf({ from: window.from, to, communityId: before }) };
      await noteCommunityChange(services.database, communityId, now);
      done += 1;
      before = communityId;
      const isCut = index < left.length - 1 && services.clock.now() >= until;
      if (isCut) return { done, cursor: cursorOf({ from: window.from, to, communityId }) };
    }
    if (!end && !window.to) return { done };
    window = windowFrom(to);
    if (services.clock.now() >= until) return { done, cursor: cursorOf(window) };
  }
}

/**
 * The days of creation, by community, of orders that changed; `end` is set when more changes follow, some of that same
 * moment among them. A page goes on behind the last order of the one before: of one moment there may be any number.
 */
async function changedIn(
  { database }: Services,
  from: Date,
  to: Date,
): Promise<{ days: ReadonlyMap<string, ReadonlySet<string>>; end?: Date }> {
  const days = new Map<string, Set<string>>();
  let last: { readonly updatedAt: Date; readonly _id: string } | undefined;
  for (let page = 0; page < maxPages || last?.updatedAt.getTime() === from.getTime(); page += 1) {
    const found = await database.find(orders, {
      ...behind(from, to, last),
      sort: { updatedAt: 'asc', _id: 'asc' },
      limit: changesAtOnce,
      exclude: ['trail', 'photos', 'offers', 'words', 'outbox'],
    });
    for (const { communityId, createdAt } of found)
      days.set(communityId, (days.get(communityId) ?? new Set<string>()).add(dayText(createdAt)));
    last = found.at(-1);
    if (!last || found.length < changesAtOnce) return { days };
  }
  return { days, ...(last && { end: last.updatedAt }) };
}

function behind(
  from: Date,
  to: Date,
  last: { readonly updatedAt: Date; readonly _id: string } | undefined,
): Pick<Query, 'where' | 'anyOf'> {
  if (!last) return { where: { updatedAt: { gte: from, lte: to } } };
  return {
    where: { updatedAt: { gte: last.updatedAt, lte: to } },
    anyOf: [{ updatedAt: { gt: last.updatedAt } }, { _id: { gt: last._id } }],
  };
}
