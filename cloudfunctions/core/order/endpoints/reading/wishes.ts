import { signedInEndpoint } from '../../../access/endpoint';
import { done } from '../../../platform/result';
import { object, optional, cursor } from '../../../platform/validation';
import { orderPage } from '../../lists/order-page';

/** Wishes in the pool of the caller's community. Two reads. */
export const openWishes = signedInEndpoint({
  name: 'order.wishes',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) =>
    done(
      await orderPage(context, caller, {
        where: { communityId: caller.login.communityId, claimable: true },
        after: input.cursor,
      }),
    ),
});
