import { monthLimit, emptyTally, type MonthTally, type Tally } from '../../statistics/tally';
import type { AcceptedCount, OrderCounts } from '../../statistics/figures';
import { monthText } from '../../time/shanghai';
import type { OrderFigure } from '../../../../miniprogram/contracts/brief';
import { acceptedOf } from './accepted';
import { isCounted, isInFigure } from './order-figure';
import { holdersOf } from './seats';
import type { OrderState } from '../document/order';

/** Counts one month's orders. */
export function tallyMonth(month: string, orders: readonly OrderState[]): MonthTally {
  return { month, ...countOrders(orders) };
}

/** Counts some orders. Pure. */
export function countOrders(orders: readonly OrderState[]): OrderCounts {
  const count = (figure: OrderFigure) => orders.filter((order) => isInFigure(figure, order)).length;
  const ratings = orders.filter(isCounted).flatMap(({ rating }) => (rating?.stars ? [rating.stars] : []));
  return {
    created: count('created'),
    solved: count('solved'),
    helpers: orders.reduce((sum, order) => sum + (order.outcome === 'solved' ? holdersOf(order).length : 0), 0),
    unrated: count('unrated'),
    unreachable: count('unreachable'),
    unsolved: count('unsolved'),
    enteredByStaff: count('enteredByStaff'),
    confirmedByCall: count('confirmedByCall'),
    reopened: count('reopened'),
    refused: count('refused'),
    impossible: count('impossible'),
    cancelled: count('cancelled'),
    merged: count('merged'),
    transferred: count('transferred'),
    rated: ratings.length,
    stars: ratings.reduce((sum, stars) => sum + stars, 0),
  };
}

/** Months with these counted anew. */
export function withMonths(months: readonly MonthTally[], counted: readonly MonthTally[]): readonly MonthTally[] {
  const kept = months.filter((one) => !counted.some((other) => other.month === one.month));
  return [...kept, ...counted].sort((left, right) => (left.month < right.month ? -1 : 1)).slice(-monthLimit);
}

/** How many orders each person accepted in the month of `now`, of those that days counted. Pure. */
export function loadsOf(accepted: readonly AcceptedCount[], now: Date): Tally['loads'] {
  const month = monthText(now);
  const counts = new Map<string, number>();
  for (const one of accepted)
    if (one.month === month) counts.set(one.personId, (counts.get(one.personId) ?? 0) + one.count);
  return [...counts].map(([personId, count]) => ({ personId, count }));
}

/** How many of some orders each person accepted in the month of `now`. Pure. */
export function countLoads(orders: readonly OrderState[], now: Date): Tally['loads'] {
  return loadsOf(acceptedOf(orders), now);
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
