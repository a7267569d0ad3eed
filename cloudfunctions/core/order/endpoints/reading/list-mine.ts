import { signedInEndpoint } from '../../../access/endpoint';
import { done } from '../../../platform/result';
import { cursor, object, optional, v } from '../../../platform/validation';
import { readOrderPage } from '../../lists/order-page';

/** What the caller asked for or joined, newest first. Two reads. */
export const listMyOrders = signedInEndpoint({
  name: 'order.listMine',
  input: object({ state: v.picklist(['open', 'closed']), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) =>
    done(
      await readOrderPage(context, caller, {
        where: { followers: caller.login.personId, closed: input.state === 'closed' },
        after: input.cursor,
      }),
    ),
});
