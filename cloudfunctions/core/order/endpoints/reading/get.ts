import { signedInEndpoint } from '../../../access/endpoint';
import { object, v } from '../../../platform/validation';
import { findOrder, prefetchOrder } from '../../flow/find-order';
import { presentOrder } from '../../flow/present-order';

/** One order in full. Two reads. */
export const getOrder = signedInEndpoint({
  name: 'order.get',
  input: object({ orderId: v.pipe(v.string(), v.regex(/^[\w:.@-]{1,128}$/)) }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: prefetchOrder,
  async run(context, caller, { orderId }) {
    const order = await findOrder(context, caller, orderId);
    return order.ok ? presentOrder(context, caller, order.data) : order;
  },
});
