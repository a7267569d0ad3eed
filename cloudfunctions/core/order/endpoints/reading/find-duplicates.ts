import { reaches, type SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import { areaCodeOf } from '../../../person/phone';
import { communities, type Community } from '../../../place/community';
import { places, type Place } from '../../../place/place';
import { placeRef } from '../../../place/view';
import type { Context } from '../../../platform/context';
import type { Question, Where } from '../../../platform/database';
import { readPersonPhone } from '../../../platform/input/phone';
import { done, refuse, type Result } from '../../../platform/result';
import { id, object, optional, personPhone, words } from '../../../platform/validation';
import { callerHomes, homeQuestions, type Sought } from '../../lists/caller-homes';
import { listedOrders, unlisted, type ListedOrder } from '../../document/order';
import type { Input, Output } from '../../../../../miniprogram/contracts/api';
import type { CallerHome } from '../../../../../miniprogram/contracts/caller-home';
import { limits } from '../../../../../miniprogram/contracts/limits';
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
 * left out. `words` and the number find where the caller lives as well.
 * Cost: 3 reads.
 */
export const findDuplicateOrders = signedInEndpoint({
  name: 'order.findDuplicates',
  input: object({
    phone: optional(personPhone),
    placeId: optional(id),
    orderId: optional(id),
    words: optional(words(limits.personName)),
  }),
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
    const sought = { words: input.words ?? '', phone };
    const courtyardId = place && placeRef(place).courtyardId;
    const { found, homes } = await openOrdersAndHomes(context, caller, sought, courtyardId);
    const isSameNumber = (order: ListedOrder): boolean => order.requester.phone === phone;
    const sorted = [...found.filter(isSameNumber), ...found.filter((order) => !isSameNumber(order))];
    const shown = presentSummaries(caller, sorted, context.clock.now()).slice(0, shownLimit);
    const same = new Set(sorted.filter(isSameNumber).map(({ _id }) => _id));
    return done({
      orders: shown.map((order) => ({ ...order, sameNumber: same.has(order.orderId) })),
      ...(homes.length > 0 && { homes }),
    });
  },
});

/** For an order that is looked at before anybody is sent. */
async function ofOrder(
  context: Context,
  caller: SignedIn,
  { orderId, phone, placeId, words: sought }: Input<'order.findDuplicates'> & { readonly orderId: string },
): Promise<Result<Output<'order.findDuplicates'>>> {
  if (phone !== undefined || placeId !== undefined || sought !== undefined) return refuse('INVALID_INPUT', 'orderId');
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

interface OrdersAndHomes {
  readonly found: readonly ListedOrder[];
  readonly homes: readonly CallerHome[];
}

/** One read; none where nothing is known. */
async function openOrdersAndHomes(
  { database }: Context,
  caller: SignedIn,
  sought: Sought,
  courtyardId: string | undefined,
): Promise<OrdersAndHomes> {
  const { communityId } = caller.login;
  const { phone } = sought;
  const anyOf: Where[] = [
    ...(phone === undefined ? [] : [{ communityId, 'requester.phone': phone, closed: false }]),
    ...(courtyardId === undefined ? [] : [{ scopes: courtyardId, closed: false }]),
  ];
  if (anyOf.length === 0 && sought.words === '') return { found: [], homes: [] };
  const asked: Question<ListedOrder> = {
    ...{ of: listedOrders, sort: { createdKey: 'desc' }, limit: 20, exclude: unlisted },
    ...(anyOf.length === 0 ? { where: { _id: '' } } : { anyOf }),
  };
  const [plates, names, numbers] = homeQuestions(communityId, sought);
  const answers = await database.findTogether(communities, [asked, plates, names, numbers]);
  if (answers === undefined) return { found: [], homes: [] };
  const [found, courtyards, named, calling] = answers;
  return { found, homes: callerHomes(caller, courtyards, named, calling) };
}
