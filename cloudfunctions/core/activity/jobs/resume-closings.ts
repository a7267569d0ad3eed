import type { Job, JobProgress } from '../../job/job';
import type { Services } from '../../platform/context';
import type { Where } from '../../platform/database';
import { activities } from '../activity';
import { finishActivity } from '../finish';

/** What is still under way is left alone for so long. */
const graceMs = 2 * 60_000;
const activitiesAtOnce = 5;

/** Does the rest of what broke off, or did not fit a call: inviting, fixing a roll, posting. */
export const resumeClosings: Job = {
  name: 'closings',
  every: 'run',
  waiting: (now) => [{ of: activities, where: brokenOff(now), limit: 1 }],
  run: resume,
};

const brokenOff = (now: Date): Where => ({ 'unfinished.since': { lt: new Date(now.getTime() - graceMs) } });

async function resume(services: Services, _record: unknown, until: Date): Promise<JobProgress> {
  const where = brokenOff(services.clock.now());
  const sort = { 'unfinished.since': 'asc' } as const;
  const found = await services.database.find(activities, { where, sort, limit: activitiesAtOnce });
  for (const activity of found) {
    if (services.clock.now() >= until) break;
    await finishActivity({ ...services, requestId: `closing:${activity._id}` }, activity, until);
  }
  return { done: found.length };
}
