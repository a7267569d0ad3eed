import { signedInEndpoint } from '../../../access/endpoint';
import { communities, type Community } from '../../../place/community';
import { callOf } from '../../../place/duty';
import type { LookUp } from '../../../platform/look-up';
import { done } from '../../../platform/result';
import { id, object } from '../../../platform/validation';
import { findOrder, prefetchOrder } from '../../flow/find-order';
import { presentOrder } from '../../flow/present-order';

/** Its roster and its hours say who answers now; found with the caller. */
const community: LookUp<Community> = {
  name: 'community',
  of: communities,
  by: { field: '_id', values: ['communityId'] },
  isOne: true,
};

/**
 * One order in full, and, for who waits for it, whom one rings about it at this moment.
 * Cost: 1 read.
 */
export const getOrder = signedInEndpoint({
  name: 'order.get',
  input: object({ orderId: id }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: prefetchOrder,
  lookUps: () => [community],
  async run(context, caller, { orderId }) {
    const order = await findOrder(context, caller, orderId);
    if (!order.ok) return order;
    const shown = await presentOrder(context, caller, order.data);
    const [known] = context.found?.documents(community) ?? [];
    const waits = order.data.followers.includes(caller.login.personId);
    if (!shown.ok || !known || !waits || shown.data.worker === undefined) return shown;
    return done({ ...shown.data, call: callOf(known, order.data.place.gridId, context.clock.now()).call });
  },
});
