import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { scopeOf } from '../../access/permissions';
import { done, refuse } from '../../platform/result';
import { id, object, optional } from '../../platform/validation';
import { communities } from '../community';
import { gridView } from '../grid-view';
import { places } from '../place';

/**
 * The grids of the caller's community as a map draws them, with who works there and what they hold, as it was counted
 * last. A community has so few that they are no pages.
 * Cost: 2 reads.
 */
export const listGrids = signedInEndpoint({
  name: 'place.listGrids',
  input: object({ whole: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login: { communityId }, hat }, { whole }) {
    const [community, found] = await Promise.all([
      database.get(communities, communityId),
      database.find(places, {
        where: { communityId, parentId: communityId },
        sort: { position: 'asc', _id: 'asc' },
        limit: limits.grids,
      }),
    ]);
    if (!community) return refuse('NOT_FOUND');
    const shared = Math.floor(limits.mapCorners / Math.max(1, found.length));
    const counted = found.flatMap(({ figures }) => (figures ? [figures.countedAt.toISOString()] : [])).sort();
    return done({
      grids: found.map((place) => gridView(place, community, place._id === whole ? limits.corners : shared)),
      mine: scopeOf(hat.hat, 'place.save') === 'community',
      ...(counted[0] !== undefined && { countedAt: counted[0] }),
    });
  },
});
