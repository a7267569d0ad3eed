import { signedInEndpoint } from '../../../access/endpoint';
import { done } from '../../../platform/result';
import { object, optional, cursor } from '../../../platform/validation';
import { readOrderPage } from '../../lists/order-page';

/** Wishes in the pool of the caller's community. Two reads. */
export const listWishes = signedInEndpoint({
  name: 'order.listWishes',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) =>
    done(
      await readOrderPage(context, caller, {
        where: { communityId: caller.login.communityId, claimable: true },
        after: input.cursor,
      }),
    ),
});
