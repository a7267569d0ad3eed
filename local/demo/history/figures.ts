import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { acceptedOf } from '../../../cloudfunctions/core/order/rules/accepted';
import { figuresOf } from '../../../cloudfunctions/core/order/rules/order-figures';
import { figuresIdOf, type OrderDay, type OrderMonth } from '../../../cloudfunctions/core/statistics/figures';
import { sumFigures } from '../../../cloudfunctions/core/statistics/rules/sum-figures';
import { dayText } from '../../../cloudfunctions/core/time/shanghai';

interface CountedOrders {
  readonly orderDays: readonly OrderDay[];
  readonly orderMonths: readonly OrderMonth[];
}

/** Days and months of a community's orders, as the job that counts them would have left them. */
export function countedOrders(
  communityId: string,
  orders: readonly Order[],
  { months, until }: { readonly months: readonly string[]; readonly until: Date },
): CountedOrders {
  const byDay = new Map<string, Order[]>();
  for (const order of orders) {
    const day = dayText(order.createdAt);
    if (months.includes(day.slice(0, 7))) byDay.set(day, [...(byDay.get(day) ?? []), order]);
  }
  const orderDays = [...byDay].map(([day, found]): OrderDay => ({
    _id: figuresIdOf(communityId, day),
    communityId,
    day,
    until,
    figures: figuresOf(found),
    accepted: acceptedOf(found),
  }));
  const orderMonths = months.map((month): OrderMonth => {
    const days = orderDays.filter(({ day }) => day.startsWith(month));
    const figures = sumFigures(days.map((one) => one.figures));
    return { _id: figuresIdOf(communityId, month), communityId, month, until, figures };
  });
  return { orderDays, orderMonths };
}
