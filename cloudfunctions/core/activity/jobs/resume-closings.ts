import type { Job, JobProgress } from '../../job/job';
import type { Services } from '../../platform/context';
import type { Where } from '../../platform/database';
import { activities } from '../activity';
import { postAttendance } from '../post-attendance';

/** A closing that is still under way is left alone for so long. */
const graceMs = 2 * 60_000;
const closingsAtOnce = 5;

/** Posts the rest of activities whose closing broke off. */
export const resumeClosings: Job = {
  name: 'closings',
  every: 'hour',
  waiting: (now) => [{ of: activities, where: brokenOff(now), limit: 1 }],
  run: resume,
};

const brokenOff = (now: Date): Where => ({
  unposted: true,
  closedAt: { lt: new Date(now.getTime() - graceMs) },
});

async function resume(services: Services): Promise<JobProgress> {
  const where = brokenOff(services.clock.now());
  const found = await services.database.find(activities, { where, sort: { closedAt: 'asc' }, limit: closingsAtOnce });
  for (const activity of found) await postAttendance({ ...services, requestId: `closing:${activity._id}` }, activity);
  return { done: found.length };
}
