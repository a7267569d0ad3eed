import { cursorOf, windowFrom, windowOf } from '../../job/change-window';
import { lookBackMs, type Job, type JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { people } from '../../person/person';
import { communityJob } from '../../place/jobs/community-job';
import type { Services } from '../../platform/context';
import { followHelper, renewRosters } from '../matching/write-rosters';

const peopleAtOnce = 50;

/**
 * Puts into the rosters whom a call changed since the last hour: hours, skills, a login. A read for 50 people, and
 * three or four requests for each. It counts rosters that were written.
 */
export const renewHelpers: Job = {
  name: 'helpers',
  every: 'hour',
  waiting: (now) => [
    { of: people, where: { helperAt: { gt: new Date(now.getTime() - lookBackMs), lte: now } }, limit: 1 },
  ],
  run: followChanged,
};

async function followChanged(
  { database, clock }: Services,
  record: JobRecord | undefined,
  until: Date,
): Promise<JobProgress> {
  const now = clock.now();
  let after = windowOf(record).from;
  let done = 0;
  for (;;) {
    const where = { helperAt: { gt: after, lte: now } };
    const found = await database.find(people, { where, sort: { helperAt: 'asc' }, limit: peopleAtOnce });
    for (const { _id } of found) done += await followHelper(database, _id);
    const last = found.at(-1)?.helperAt;
    if (found.length < peopleAtOnce || !last) return { done };
    after = last;
    if (clock.now() >= until) return { done, cursor: cursorOf(windowFrom(after)) };
  }
}

/**
 * Every night, who may be asked in each grid of a community in which something changed is written anew out of its
 * people, whatever changed about them; in the first night of a month, of all. It counts rosters that were written.
 */
export const renewAllHelpers = communityJob({
  name: 'helper-rosters',
  share: async ({ database }, community) => ({ done: await renewRosters(database, community) }),
});
