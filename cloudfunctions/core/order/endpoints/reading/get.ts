import { signedInEndpoint } from '../../../access/endpoint';
import { id, object } from '../../../platform/validation';
import { findOrder, prefetchOrder } from '../../flow/find-order';
import { presentOrder } from '../../flow/present-order';

/**
 * One order in full.
 * Cost: 1 read.
 */
export const getOrder = signedInEndpoint({
  name: 'order.get',
  input: object({ orderId: id }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: prefetchOrder,
  async run(context, caller, { orderId }) {
    const order = await findOrder(context, caller, orderId);
    return order.ok ? presentOrder(context, caller, order.data) : order;
  },
});
