import { lookBackMs, type Job, type JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Services } from '../../platform/context';
import { figuresIdOf } from '../../statistics/figures';
import { writeWhole } from '../../statistics/write-whole';
import { monthStart, monthText, wallClock } from '../../time/shanghai';
import { activities, type Activity } from '../activity';
import { activityMonths } from '../activity-month';

const activitiesAtOnce = 99;
/** A write may land a little after the moment that it carries. */
const overlapMs = 5 * 60_000;

/**
 * Counts anew the months of activities that were signed since the last count. A share goes on behind the moment up to
 * which the one before came. It counts months.
 */
export const countActivities: Job = {
  name: 'count-activities',
  every: 'hour',
  waiting: (now) => [
    { of: activities, where: { closedAt: { gt: new Date(now.getTime() - lookBackMs), lte: now } }, limit: 1 },
  ],
  run: count,
};

async function count(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  let done = 0;
  for (let from = beginning(record); ;) {
    const found = await signedAfter(services, from);
    for (const { communityId, startsAt } of monthsOf(found)) {
      await countMonth(services, communityId, startsAt);
      done += 1;
    }
    const last = found.at(-1)?.closedAt;
    if (!last || found.length < activitiesAtOnce) return { done };
    from = last;
    if (services.clock.now() >= until) return { done, cursor: from.toISOString() };
  }
}

function beginning(record: JobRecord | undefined): Date {
  if (!record) return new Date(0);
  return record.cursor === null ? new Date(record.ranAt.getTime() - overlapMs) : new Date(record.cursor);
}

function signedAfter({ database, clock }: Services, from: Date): Promise<readonly Activity[]> {
  return database.find(activities, {
    where: { closedAt: { gt: from, lte: clock.now() } },
    sort: { closedAt: 'asc' },
    limit: activitiesAtOnce,
    exclude: ['requests', 'outbox'],
  });
}

/** One activity of each community and month. */
function monthsOf(found: readonly Activity[]): readonly Activity[] {
  return [...new Map(found.map((one) => [figuresIdOf(one.communityId, monthText(one.startsAt)), one])).values()];
}

async function countMonth({ database, clock }: Services, communityId: string, at: Date): Promise<void> {
  const { year, month: number } = wallClock(at);
  const from = monthStart(year, number).toISOString();
  const sum = { held: 0, present: 0 };
  for (let until = monthStart(year, number + 1).toISOString(); ;) {
    const found = await database.find(activities, {
      where: { communityId, startKey: { gte: from, lt: until } },
      sort: { startKey: 'desc' },
      limit: activitiesAtOnce,
      exclude: ['requests', 'outbox'],
    });
    const signed = found.filter(({ closedAt }) => closedAt !== null);
    sum.held += signed.length;
    sum.present += signed.reduce((total, { counts, history }) => total + (history?.present ?? counts.present), 0);
    const last = found.at(-1);
    if (!last || found.length < activitiesAtOnce) break;
    until = last.startKey;
  }
  const month = monthText(at);
  await writeWhole(database, activityMonths, {
    _id: figuresIdOf(communityId, month),
    communityId,
    month,
    until: clock.now(),
    ...sum,
  });
}
