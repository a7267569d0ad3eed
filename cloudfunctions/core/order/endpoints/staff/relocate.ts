import { signedInEndpoint } from '../../../access/endpoint';
import { communities } from '../../../place/community';
import { places } from '../../../place/place';
import { isServed, placeRef } from '../../../place/view';
import { checkTexts } from '../../../platform/content';
import { refuse } from '../../../platform/result';
import { id, object } from '../../../platform/validation';
import { partyOf } from '../../document/create-order';
import { findOrder, prefetchMove } from '../../flow/find-order';
import { moveKeys, note } from '../../flow/inputs';
import { moveFoundOrder } from '../../flow/move-order';
import { readHead } from '../../flow/read-head';

/**
 * Corrects where an order is for, to any place of the community: whoever looks after the right one finds it in their
 * queue, and both grid workers are told, as well as who asked and who goes. An errand is first for the head of the
 * right courtyard, who is told: that costs a read more, and as much again to tell them.
 * Cost: 2 reads, 1 write; to notify, 1 write.
 */
export const relocateOrder = signedInEndpoint({
  name: 'order.relocate',
  input: object({ ...moveKeys, placeId: id, note }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  async run(context, caller, { placeId, note: text, ...input }) {
    const [order, found, refused] = await Promise.all([
      findOrder(context, caller, input.orderId),
      context.database.getWith(places, placeId, { in: communities, by: 'communityId' }),
      checkTexts(context, { note: text }),
    ]);
    if (!order.ok) return order;
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
    const head = order.data.kind === 'agency' ? await readHead(context, place) : undefined;
    const command = { action: 'relocate', place, ...staff, ...(head && { head }), note: text ?? null } as const;
    return moveFoundOrder(context, caller, { input, command }, order.data);
  },
});
