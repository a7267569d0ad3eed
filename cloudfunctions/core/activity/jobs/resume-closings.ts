import type { Job, JobProgress } from '../../job/job';
import type { Services } from '../../platform/context';
import { activities } from '../activity';
import { postAttendance } from '../post-attendance';

/** A closing that is still under way is left alone for so long. */
const graceMs = 2 * 60_000;
const closingsAtOnce = 5;

/** Posts the rest of activities whose closing broke off. */
export const resumeClosings: Job = { name: 'closings', every: 'hour', run: resume };

async function resume(services: Services): Promise<JobProgress> {
  const closedBefore = new Date(services.clock.now().getTime() - graceMs);
  const where = { unposted: true, closedAt: { lt: closedBefore } };
  const found = await services.database.find(activities, { where, sort: { closedAt: 'asc' }, limit: closingsAtOnce });
  for (const activity of found) await postAttendance({ ...services, requestId: `closing:${activity._id}` }, activity);
  return { done: found.length };
}
