import type { Job, JobProgress } from '../../job/job';
import type { Services } from '../../platform/context';
import { stationReports } from '../station';

const reportsAtOnce = 50;

/**
 * Removes what WeChat users reported on a day once its community's policy says that it is too old. A page is a read and
 * a write; what is removed is not found again, so that a share that is cut short goes on where it ended, by itself. It
 * counts documents.
 */
export const forgetReports: Job = { name: 'reports', every: 'night', run: forget };

async function forget(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  _record: unknown,
  until: Date,
): Promise<JobProgress> {
  const expiresAt = { lt: clock.now() };
  let done = 0;
  while (clock.now() < until) {
    const found = await database.find(stationReports, {
      where: { expiresAt },
      sort: { expiresAt: 'asc' },
      limit: reportsAtOnce,
    });
    if (found.length > 0)
      done += await database.removeWhere(stationReports, { _id: { oneOf: found.map(({ _id }) => _id) }, expiresAt });
    if (found.length < reportsAtOnce) return { done };
  }
  // Any text that is not null says that this night's work is not done.
  return { done, cursor: 'more' };
}
