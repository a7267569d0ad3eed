import type { Figures, HoursCount, KeyedShare, Share } from '../../statistics/figures';
import type { OrderState } from '../document/order';
import { isCounted } from './order-figure';
import { countOrders } from './order-tally';

const hourMs = 3_600_000;

/** What is counted of some orders. Pure. */
export function figuresOf(orders: readonly OrderState[]): Figures {
  const counted = orders.filter(isCounted);
  return {
    counts: countOrders(orders),
    urgent: shareOf(counted.filter(({ urgent }) => urgent)),
    wishes: shareOf(counted.filter(({ kind }) => kind === 'wish')),
    ...groupedFigures(counted),
    acceptHours: hoursOf(
      counted.flatMap(({ createdAt, acceptedAt }) => (acceptedAt ? [{ createdAt, end: acceptedAt }] : [])),
    ),
    closeHours: hoursOf(
      counted.flatMap(({ createdAt, closedAt, outcome }) =>
        outcome === 'solved' && closedAt ? [{ createdAt, end: closedAt }] : [],
      ),
    ),
  };
}

function groupedFigures(counted: readonly OrderState[]): Pick<Figures, 'grids' | 'categories'> {
  const keyed = (keyOf: (order: OrderState) => string): readonly KeyedShare[] =>
    [...new Set(counted.map(keyOf))]
      .sort()
      .map((key) => ({ key, ...shareOf(counted.filter((order) => keyOf(order) === key)) }));
  return { grids: keyed(({ place }) => place.gridId), categories: keyed(({ category }) => category) };
}

function shareOf(orders: readonly OrderState[]): Share {
  return { created: orders.length, solved: orders.filter(({ outcome }) => outcome === 'solved').length };
}

/** Whole hours, a begun one counted as one. */
function hoursOf(spans: readonly { readonly createdAt: Date; readonly end: Date }[]): readonly HoursCount[] {
  const counts = new Map<number, number>();
  for (const { createdAt, end } of spans) {
    const hours = Math.max(1, Math.ceil((end.getTime() - createdAt.getTime()) / hourMs));
    counts.set(hours, (counts.get(hours) ?? 0) + 1);
  }
  return [...counts].sort(([one], [other]) => one - other).map(([hours, count]) => ({ hours, count }));
}
