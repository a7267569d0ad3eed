import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { communities } from '../../place/community';
import type { Services } from '../../platform/context';
import { renewRosters } from '../matching/write-rosters';

/**
 * Writes anew who may be asked in each grid, whatever changed about them: hours, skills, teams, grids. It counts
 * rosters that were written.
 */
export const renewHelpers: Job = { name: 'helpers', every: 'hour', run: renewAll };

async function renewAll(
  { database, clock }: Services,
  record: JobRecord | undefined,
  until: Date,
): Promise<JobProgress> {
  let cursor = record?.cursor ?? '';
  let done = 0;
  for (;;) {
    const [community] = await database.find(communities, {
      where: { _id: { gt: cursor } },
      sort: { _id: 'asc' },
      limit: 1,
    });
    if (!community) return { done };
    done += await renewRosters(database, community);
    cursor = community._id;
    if (clock.now() >= until) return { done, cursor };
  }
}
