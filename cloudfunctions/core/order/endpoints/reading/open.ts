import { signedInEndpoint } from '../../../access/endpoint';
import { object, v } from '../../../platform/validation';
import { findOrder, orderAhead } from '../../flow/find-order';
import { show } from '../../flow/present-order';

/** One order in full. Two reads. */
export const openOrder = signedInEndpoint({
  name: 'order.open',
  input: object({ orderId: v.pipe(v.string(), v.regex(/^[\w:.@-]{1,128}$/)) }),
  identity: 'caller',
  idempotency: 'read',
  ahead: orderAhead,
  async run(context, caller, { orderId }) {
    const order = await findOrder(context, caller, orderId);
    return order.ok ? show(context, caller, order.data) : order;
  },
});
