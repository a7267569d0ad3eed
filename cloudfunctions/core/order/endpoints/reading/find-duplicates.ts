import { reaches, type SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import { areaCodeOf } from '../../../person/phone';
import { communities, type Community } from '../../../place/community';
import { places, type Place } from '../../../place/place';
import { placeRef } from '../../../place/view';
import type { Context } from '../../../platform/context';
import type { Where } from '../../../platform/database';
import { readPersonPhone } from '../../../platform/input/phone';
import { done, refuse, type Result } from '../../../platform/result';
import { id, object, optional, personPhone } from '../../../platform/validation';
import { listedOrders, unlisted, type ListedOrder } from '../../document/order';
import type { Input, Output } from '../../../../../miniprogram/contracts/api';
import { findOrder } from '../../flow/find-order';
import { orderActor } from '../../flow/order-actor';
import { presentSummaries } from '../../flow/present-order';
import { readMergeable } from '../../lists/mergeable';
import { visibilityOf } from '../../rules/visibility';

/** As many as fit below a form without hiding it. */
const shownLimit = 6;
/** As many as somebody chooses among. */
const mergeableShown = 12;

/**
 * Open orders of a number and of a courtyard, for staff who write down a call: those of the number first, then the
 * newest; with `orderId`, those that it could be merged into, for a read more. What the reader's hat does not reach is
 * left out.
 * Cost: 3 reads.
 */
export const findDuplicateOrders = signedInEndpoint({
  name: 'order.findDuplicates',
  input: object({ phone: optional(personPhone), placeId: optional(id), orderId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, input) {
    if (input.orderId !== undefined) return ofOrder(context, caller, { ...input, orderId: input.orderId });
    const where = await placeOf(context, caller, input.placeId);
    if (!where.ok) return where;
    const { community, place } = where.data;
    if (place && !reaches(caller, { communityId: community._id, path: place.path }))
      return refuse('FORBIDDEN', 'placeId');
    const phone = input.phone === undefined ? undefined : numberOf(input.phone, community);
    const found = await openOrders(context, community._id, {
      phone,
      courtyardId: place && placeRef(place).courtyardId,
    });
    const isSameNumber = (order: ListedOrder): boolean => order.requester.phone === phone;
    const sorted = [...found.filter(isSameNumber), ...found.filter((order) => !isSameNumber(order))];
    const shown = presentSummaries(caller, sorted, context.clock.now()).slice(0, shownLimit);
    const same = new Set(sorted.filter(isSameNumber).map(({ _id }) => _id));
    return done({ orders: shown.map((order) => ({ ...order, sameNumber: same.has(order.orderId) })) });
  },
});

/** For an order that is looked at before anybody is sent. */
async function ofOrder(
  context: Context,
  caller: SignedIn,
  { orderId, phone, placeId }: Input<'order.findDuplicates'> & { readonly orderId: string },
): Promise<Result<Output<'order.findDuplicates'>>> {
  if (phone !== undefined || placeId !== undefined) return refuse('INVALID_INPUT', 'orderId');
  const order = await findOrder(context, caller, orderId);
  if (!order.ok) return order;
  const visibility = visibilityOf(order.data, orderActor(caller));
  if (!visibility) return refuse('NOT_FOUND', 'orderId');
  if (!visibility.content) return done({ orders: [] });
  const found = await readMergeable(context, order.data);
  const same = new Set(found.filter(({ requester }) => requester.phone === order.data.requester.phone));
  const shown = found.flatMap((one) =>
    presentSummaries(caller, [one], context.clock.now()).map((line) => ({ ...line, sameNumber: same.has(one) })),
  );
  return done({ orders: shown.slice(0, mergeableShown) });
}

interface CalledPlace {
  readonly community: Community;
  readonly place: Place | undefined;
}

/** The caller's community, with a place of it where one is named. One read. */
async function placeOf(
  { database }: Context,
  { login: { communityId } }: SignedIn,
  placeId: string | undefined,
): Promise<Result<CalledPlace>> {
  if (placeId === undefined) {
    const community = await database.get(communities, communityId);
    return community ? done({ community, place: undefined }) : refuse('NOT_FOUND');
  }
  const found = await database.getWith(places, placeId, { in: communities, by: 'communityId' });
  return found?.other && found.document.communityId === communityId
    ? done({ community: found.other, place: found.document })
    : refuse('NOT_FOUND', 'placeId');
}

/** A number as orders carry it: a landline that was typed without an area code has the community's. */
function numberOf(typed: string, { office }: Community): string {
  const reading = readPersonPhone(typed, areaCodeOf(office.phone));
  return reading.ok ? reading.value.number : typed;
}

/** One read; none where neither is known. */
async function openOrders(
  { database }: Context,
  communityId: string,
  { phone, courtyardId }: { readonly phone: string | undefined; readonly courtyardId: string | undefined },
): Promise<readonly ListedOrder[]> {
  const anyOf: Where[] = [
    ...(phone === undefined ? [] : [{ communityId, 'requester.phone': phone, closed: false }]),
    ...(courtyardId === undefined ? [] : [{ scopes: courtyardId, closed: false }]),
  ];
  if (anyOf.length === 0) return [];
  return database.find(listedOrders, { anyOf, sort: { createdKey: 'desc' }, limit: 20, exclude: unlisted });
}
