import { signedInEndpoint } from '../../../access/endpoint';
import { communities } from '../../../place/community';
import { places } from '../../../place/place';
import { isServed, placeRef } from '../../../place/view';
import { checkTexts } from '../../../platform/content';
import { refuse } from '../../../platform/result';
import { id, object } from '../../../platform/validation';
import { partyOf } from '../../document/create-order';
import { prefetchOrder } from '../../flow/find-order';
import { moveKeys, note } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';

/**
 * Corrects where an order is for, to any place of the community: whoever looks after the right one finds it in their
 * queue, and both grid workers are told, as well as who asked and who goes.
 * Cost: 3 reads, 1 write; to notify, 1 read, 1 write.
 */
export const relocateOrder = signedInEndpoint({
  name: 'order.relocate',
  input: object({ ...moveKeys, placeId: id, note }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  async run(context, caller, { placeId, note: text, ...input }) {
    const [found, refused] = await Promise.all([
      context.database.getWith(places, placeId, { in: communities, by: 'communityId' }),
      checkTexts(context, { note: text }),
    ]);
    if (refused) return refused;
    const community = found?.other;
    if (!community || found.document.communityId !== caller.login.communityId || !isServed(found.document))
      return refuse('NOT_FOUND', 'placeId');
    const place = placeRef(found.document);
    const grid = community.grids.find(({ gridId }) => gridId === place.gridId);
    const staff = {
      worker: partyOf(grid?.worker),
      leader: partyOf(grid?.leader),
      secretary: partyOf(community.secretary),
    };
    const command = { action: 'relocate', place, ...staff, note: text ?? null } as const;
    return moveOrder(context, caller, { input, command });
  },
});
