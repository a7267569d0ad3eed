import { reaches } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { scopeOf } from '../../access/permissions';
import { communities } from '../../place/community';
import { done, refuse } from '../../platform/result';
import { object } from '../../platform/validation';
import { channelsInUse, gridChoice } from '../channels';
import { enrolmentCounts } from '../enrolment';
import { centresOf, funnelOf } from '../rules/counts';

/**
 * How many came by which channel and how far they got, and how many each grid has; the counts are kept with each change
 * of an enrolment (S2-02).
 * Cost: 2 reads.
 */
export const getFunnel = signedInEndpoint({
  name: 'enrolment.getFunnel',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller) {
    const found = await database.getWith(communities, caller.login.communityId, { in: enrolmentCounts, by: '_id' });
    if (!found) return refuse('NOT_FOUND');
    const { document: community, other: counts } = found;
    const channels = channelsInUse(community);
    const mayEnrol = (path: string) =>
      scopeOf(caller.hat.hat, 'enrolment.addGroup') !== 'none' && reaches(caller, { communityId: community._id, path });
    const grids = community.grids.map((grid) => ({
      ...gridChoice(grid),
      enrolled: counts?.grids[grid.gridId] ?? 0,
      mayEnrol: mayEnrol(grid.path),
    }));
    return done({ ...funnelOf(counts, channels), grids, channels, centres: centresOf(counts) });
  },
});
