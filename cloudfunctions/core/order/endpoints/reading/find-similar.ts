import type { Output } from '../../../../../miniprogram/contracts/api';
import type { SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import type { PlaceRef } from '../../../place/place';
import type { Where } from '../../../platform/database';
import { done } from '../../../platform/result';
import { id, object, optional } from '../../../platform/validation';
import { availableActions } from '../../rules/available-actions';
import { category, orderWords, token } from '../../flow/inputs';
import { defaultMatchingPolicy, maxSimilarDays } from '../../matching/policy';
import { mostSimilar } from '../../matching/text-similarity';
import { listedOrders, unlisted, type ListedOrder } from '../../document/order';
import { orderActor } from '../../flow/order-actor';
import { titleOf } from '../../../../../miniprogram/contracts/order-title';
import { findOrderPlace } from '../../flow/order-place';

const dayMs = 86_400_000;
/** Neighbours' orders of one trouble that lie behind so many newer ones are no longer looked for. */
const scanLimit = 20;

/**
 * An open order of the same trouble and courtyard: first the caller's own, then one that they may join (算我一个), as
 * far as the words typed so far tell. Whoever only typed a number is shown their own alone: a picture of a door's card
 * would be enough to read neighbours' words.
 * A card costs one read more, and so does a courtyard with so many newer ones that the caller's own are not among them.
 * Cost: 2 reads.
 */
export const findSimilarOrder = signedInEndpoint({
  name: 'order.findSimilar',
  input: object({ category, words: optional(orderWords), token, placeId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, { category: asked, words = '', ...choice }) {
    const place = await findOrderPlace(context, caller, choice);
    if (!place.ok) return place;
    const now = context.clock.now();
    const read = (anyOf: readonly Where[]) =>
      context.database.find(listedOrders, { anyOf, sort: { createdKey: 'desc' }, limit: scanLimit, exclude: unlisted });
    const conditions = conditionsOf(caller, place.data, { category: asked, now });
    const found = await read(conditions);
    const actor = orderActor(caller);
    const ownOf = (orders: readonly ListedOrder[]) =>
      orders.filter((one) => isOwn(one, caller) && isAt(one, place.data));
    const isCrowded = conditions.length > 1 && found.length === scanLimit && ownOf(found).length === 0;
    const own = ownOf(isCrowded ? await read(conditions.slice(0, 1)) : found);
    const others = found.filter((one) => isRecent(one, now) && availableActions(one, actor).includes('join'));
    const order = mostSimilar(words, own) ?? mostSimilar(words, others) ?? own[0];
    return done(order ? { order: similarView(order, caller) } : {});
  },
});

/** The caller's own orders of a category, and of whom the community knows, the courtyard's. */
function conditionsOf(
  { login }: SignedIn,
  { courtyardId }: PlaceRef,
  { category: asked, now }: { readonly category: string; readonly now: Date },
): readonly Where[] {
  const own = { followers: login.personId, closed: false, category: asked };
  if (!login.phoneVerified || courtyardId === undefined) return [own];
  const since = new Date(now.getTime() - maxSimilarDays * dayMs);
  const createdKey = { gte: since.toISOString() };
  return [own, { 'place.courtyardId': courtyardId, category: asked, closed: false, createdKey }];
}

function isOwn({ requester }: ListedOrder, { login }: SignedIn): boolean {
  return requester.personId === login.personId;
}

/** The same courtyard, or where there is none the very place. */
function isAt({ place }: ListedOrder, { courtyardId, placeId }: PlaceRef): boolean {
  return courtyardId === undefined ? place.placeId === placeId : place.courtyardId === courtyardId;
}

function similarView(order: ListedOrder, caller: SignedIn): NonNullable<Output<'order.findSimilar'>['order']> {
  return {
    orderId: order._id,
    title: titleOf(order.words),
    createdAt: order.createdAt.toISOString(),
    version: order.version,
    ...(isOwn(order, caller) && { own: true }),
  };
}

/** A neighbour's order counts as the same trouble for the days that its terms say. */
function isRecent({ createdAt, terms }: ListedOrder, now: Date): boolean {
  const { similarDays } = terms.matching ?? defaultMatchingPolicy;
  return now.getTime() - createdAt.getTime() <= similarDays * dayMs;
}
