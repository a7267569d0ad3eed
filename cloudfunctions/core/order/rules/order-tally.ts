import { monthLimit, emptyTally, type MonthTally, type Tally } from '../../statistics/tally';
import { monthText } from '../../time/shanghai';
import { holdersOf, seatsOf } from './seats';
import type { OrderState } from '../document/order';

const uncounted: ReadonlySet<string> = new Set(['cancelled', 'merged', 'transferred']);

/** Counts one month's orders. */
export function tallyMonth(month: string, orders: readonly OrderState[]): MonthTally {
  const counted = orders.filter((order) => order.outcome === null || !uncounted.has(order.outcome));
  const count = (fits: (order: OrderState) => boolean) => counted.filter(fits).length;
  const ended = (outcome: OrderState['outcome']) => orders.filter((order) => order.outcome === outcome).length;
  const ratings = counted.flatMap(({ rating }) => (rating?.stars ? [rating.stars] : []));
  return {
    month,
    created: counted.length,
    solved: count((order) => order.outcome === 'solved'),
    helpers: counted.reduce((sum, order) => sum + (order.outcome === 'solved' ? holdersOf(order).length : 0), 0),
    unrated: count((order) => order.outcome === 'unrated'),
    unreachable: count((order) => order.outcome === 'unreachable'),
    unsolved: count(isUnsolved),
    enteredByStaff: count((order) => order.source === 'phone'),
    confirmedByCall: count((order) => order.rating?.via === 'call'),
    reopened: orders.filter(({ reopened }) => reopened > 0).length,
    refused: ended('refused'),
    impossible: ended('impossible'),
    cancelled: ended('cancelled'),
    merged: ended('merged'),
    transferred: ended('transferred'),
    rated: ratings.length,
    stars: ratings.reduce((sum, stars) => sum + stars, 0),
  };
}
function isUnsolved(order: OrderState): boolean {
  if (order.outcome === 'refused' || order.outcome === 'impossible') return true;
  return order.outcome === null && order.reopened > 0 && order.status !== 'completed';
}

/** Months with these counted anew. */
export function withMonths(months: readonly MonthTally[], counted: readonly MonthTally[]): readonly MonthTally[] {
  const kept = months.filter((one) => !counted.some((other) => other.month === one.month));
  return [...kept, ...counted].sort((left, right) => (left.month < right.month ? -1 : 1)).slice(-monthLimit);
}

/** How many orders each person accepted in the month of `now`. */
export function countLoads(orders: readonly OrderState[], now: Date): Tally['loads'] {
  const month = monthText(now);
  const counts = new Map<string, number>();
  for (const { personId, acceptedAt } of orders.flatMap(seatsOf)) {
    if (monthText(acceptedAt) === month) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  }
  return [...counts].map(([personId, count]) => ({ personId, count }));
}

/** The whole tally of a community out of all its orders, as counting month by month would have made it. */
export function tallyOrders(communityId: string, orders: readonly OrderState[], until: Date): Tally {
  const months = [...new Set(orders.map(({ createdAt }) => monthText(createdAt)))];
  const counted = months.map((month) =>
    tallyMonth(
      month,
      orders.filter(({ createdAt }) => monthText(createdAt) === month),
    ),
  );
  return { ...emptyTally(communityId, until), months: withMonths([], counted), loads: countLoads(orders, until) };
}
