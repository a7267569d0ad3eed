import { communityJob } from '../../place/jobs/community-job';
import { countGrid } from '../coverage';

/** Every night, how far each grid is covered with cards, whoever changed places or cards. It counts grids. */
export const countCoverage = communityJob({
  name: 'card-coverage',
  async share(services, { _id, grids }) {
    for (const grid of grids) await countGrid(services, _id, grid);
    return { done: grids.length };
  },
});
