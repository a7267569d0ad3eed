import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { communities } from '../../place/community';
import type { Services } from '../../platform/context';
import { countGrid } from '../coverage';

/** Counts anew how far every grid is covered with cards, whoever changed places or cards. It counts grids. */
export const countCoverage: Job = { name: 'card-coverage', every: 'night', run: countAll };

async function countAll(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  let cursor = record?.cursor ?? '';
  let done = 0;
  for (;;) {
    const [community] = await services.database.find(communities, {
      where: { _id: { gt: cursor } },
      sort: { _id: 'asc' },
      limit: 1,
    });
    if (!community) return { done };
    for (const grid of community.grids) await countGrid(services, community._id, grid);
    done += community.grids.length;
    cursor = community._id;
    if (services.clock.now() >= until) return { done, cursor };
  }
}
