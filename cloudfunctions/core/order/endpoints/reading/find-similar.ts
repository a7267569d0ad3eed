import { signedInEndpoint } from '../../../access/endpoint';
import { done } from '../../../platform/result';
import { id, object, optional } from '../../../platform/validation';
import { availableActions } from '../../rules/available-actions';
import { category, orderWords, token } from '../../flow/inputs';
import { defaultMatchingPolicy, maxSimilarDays } from '../../matching/policy';
import { mostSimilar } from '../../matching/text-similarity';
import { listedOrders, unlisted, type ListedOrder } from '../../document/order';
import { orderActor } from '../../flow/order-actor';
import { titleOf } from '../../document/title';
import { findOrderPlace } from '../../flow/order-place';

const dayMs = 86_400_000;
const scanLimit = 5;

/**
 * An open order of the same courtyard and trouble that the caller may join (算我一个), as far as the words typed so far
 * tell. Whoever only typed a number is shown none: a picture of a door's card would be enough to read neighbours'
 * words.
 * A card costs one read more.
 * Cost: 2 reads.
 */
export const findSimilarOrder = signedInEndpoint({
  name: 'order.findSimilar',
  input: object({ category, words: optional(orderWords), token, placeId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, input) {
    if (!caller.login.phoneVerified) return done({});
    const place = await findOrderPlace(context, caller, input);
    if (!place.ok) return place;
    const { courtyardId } = place.data;
    if (courtyardId === undefined) return done({});
    const now = context.clock.now();
    const since = new Date(now.getTime() - maxSimilarDays * dayMs);
    const where = {
      'place.courtyardId': courtyardId,
      category: input.category,
      closed: false,
      createdKey: { gte: since.toISOString() },
    };
    const found = await context.database.find(listedOrders, {
      where,
      sort: { createdKey: 'desc' },
      limit: scanLimit,
      exclude: unlisted,
    });
    const actor = orderActor(caller);
    const order = mostSimilar(
      input.words ?? '',
      found.filter((one) => isRecent(one, now) && availableActions(one, actor).includes('join')),
    );
    return done(
      order
        ? {
            order: {
              orderId: order._id,
              title: titleOf(order.words),
              createdAt: order.createdAt.toISOString(),
              version: order.version,
            },
          }
        : {},
    );
  },
});

/** An order counts as the same trouble for the days that its terms say. */
function isRecent({ createdAt, terms }: ListedOrder, now: Date): boolean {
  const { similarDays } = terms.matching ?? defaultMatchingPolicy;
  return now.getTime() - createdAt.getTime() <= similarDays * dayMs;
}
