import { timeKey } from '../../platform/ids';
import { monthText } from '../../time/shanghai';
import { wordPairsOf } from '../lists/word-pairs';
import { openAppeal } from '../rules/appointment';
import { nextDeadline } from '../rules/deadlines';
import { nextDecisionTelling } from '../rules/decision-clock';
import { awaitsAcceptance, isOpen } from '../rules/lifecycle';
import { awaitsModeration, isOpenPartWithheld } from '../rules/public-parts';
import { freeSeats, holdersOf, type SeatFields } from '../rules/seats';
import { rankKeyOf } from '../rules/urgency';
import { photosOf } from './held-files';
import { requestsOf, type Order, type OrderIndexFields, type OrderState } from './order';

/** What the indexes of `orders` hold of an order (core/schema/orders.ts); nothing else may set these fields. */
export function indexFieldsOf(order: OrderState): OrderIndexFields {
  const dueAt = earliest(nextDeadline(order)?.at, nextDecisionTelling(order)?.at);
  return {
    createdKey: `${order.createdAt.toISOString()}:${order._id}`,
    closed: !isOpen(order.status),
    rankKey: rankKeyOf(order),
    responsibleIds: responsibleIdsOf(order),
    scopes: scopesOf(order),
    followers: [order.requester.personId, ...order.joined.map((party) => party.personId)],
    claimable: isClaimable(order),
    awaitsModeration: awaitsModeration(order),
    needsAttention: awaitsModeration(order) || needsHand(order),
    dueAt,
    dueKey: dueAt && timeKey(dueAt, order._id),
    month: monthText(order.createdAt),
    wordPairs: wordPairsOf(order.words),
    requests: [
      order._id,
      ...requestsOf(order).map(({ requestKey }) => requestKey),
      ...(order.numberKey === undefined ? [] : [order.numberKey]),
      ...(order.slots ?? []),
      ...(order.duplicateKey && keepsOutDuplicates(order) ? [order.duplicateKey] : []),
    ],
    traces: [
      ...photosOf(order).flatMap((photo) =>
        photo.state === 'checking' && photo.traceId !== null ? [photo.traceId] : [],
      ),
      ...(order.newsKey ? scopesOf(order).map(newsTrace) : []),
    ],
  };
}

function earliest(...moments: readonly (Date | undefined)[]): Date | null {
  const known = moments.flatMap((one) => one?.getTime() ?? []);
  return known.length > 0 ? new Date(Math.min(...known)) : null;
}

/**
 * While it is open; what is said of a station again after it was put right is another trouble, and whoever comes next
 * says so.
 */
function keepsOutDuplicates({ category, status }: Pick<OrderState, 'category' | 'status'>): boolean {
  return isOpen(status) && !(category === 'station' && status === 'completed');
}

/** An order of which somebody is to be told on the telephone is found by it, in each place that it lies in. */
export function newsTrace(placeId: string): string {
  return `news:${placeId}`;
}

/** The community and every place on the way down to the order's own. */
export function scopesOf({ communityId, place }: Pick<OrderState, 'communityId' | 'place'>): readonly string[] {
  return [...new Set([communityId, ...place.path.split('/')])];
}

/** Everybody who may claim it sees it: in the pool, for as long as there is a seat and they may read its words. */
export function isClaimable(
  order: Pick<OrderState, 'status' | 'pool' | 'private' | 'wish' | 'cases'> & SeatFields,
): boolean {
  if (!order.pool || order.private || isOpenPartWithheld(order)) return false;
  return order.status === 'dispatched' || (order.status === 'accepted' && freeSeats(order) > 0);
}

/** Somebody says that they did come, and the secretary has not ruled on it. */
export function isAppealed({ noShows }: Pick<OrderState, 'noShows'>): boolean {
  return openAppeal(noShows) !== undefined;
}

/** The secretary is to look at it: overdue, to be ruled, not solved, or somebody says that they did come. */
export function needsHand(
  order: Pick<OrderState, 'noShows' | 'ruling' | 'reopened' | 'late' | 'status' | 'stageClock'>,
): boolean {
  return isAppealed(order) || (isOpen(order.status) && (isOverdue(order) || order.ruling || isReopened(order)));
}

function responsibleIdsOf(order: OrderState): readonly string[] {
  const holders = holdersOf(order).map(({ personId }) => personId);
  const asked = order.offers.filter(({ state }) => state === 'open' || state === 'waiting');
  return [...new Set([...holders, ...asked.map(({ personId }) => personId)])];
}

/** What it waits for is overdue: nobody accepted in time, it lies with whoever did, or nobody asked if it is solved. */
export function isOverdue(order: Pick<OrderState, 'late' | 'status' | 'stageClock'>): boolean {
  return awaitsAcceptance(order.status) ? order.late : (order.stageClock?.escalation ?? 0) > 0;
}

/** The requester said that it is not solved, and nobody has finished it since. */
export function isReopened(order: Pick<OrderState, 'reopened' | 'status'>): boolean {
  return order.reopened > 0 && isOpen(order.status) && order.status !== 'completed';
}

export function withIndexFields(order: OrderState): Order {
  return { ...order, ...indexFieldsOf(order) };
}
