import { signedInEndpoint } from '../../person/endpoint';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { orderPage } from './lists';

/** What the caller is offered and what they are at, or what they have done, newest first. Two reads. */
export const myOffers = signedInEndpoint({
  name: 'order.offers',
  input: object({ state: v.picklist(['open', 'closed']), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) => done(await orderPage(context, caller, { hands: caller.login.personId, closed: input.state === 'closed' }, input.cursor)),
});
