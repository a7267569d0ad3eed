import { signedInEndpoint } from '../../../access/endpoint';
import { done } from '../../../platform/result';
import { cursor, object, optional, v } from '../../../platform/validation';
import { byUrgency } from '../../rules/urgency';
import { readOrderPage } from '../../lists/order-page';

/**
 * What the caller is offered and what they are at, most urgent first; or what they have done, newest first. Two reads.
 */
export const listOffers = signedInEndpoint({
  name: 'order.listOffers',
  input: object({ state: v.picklist(['open', 'closed']), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, { state, cursor: after }) {
    const where = { responsibleIds: caller.login.personId, closed: state === 'closed' };
    return done(
      await readOrderPage(context, caller, { where, after, sorted: state === 'open' ? byUrgency : undefined }),
    );
  },
});
