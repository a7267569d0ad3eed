import type { AcceptedCount } from '../../statistics/figures';
import { monthText } from '../../time/shanghai';
import type { OrderState } from '../document/order';
import { seatsOf } from './seats';

/** Who accepted some orders, and in which month. Pure. */
export function acceptedOf(orders: readonly OrderState[]): readonly AcceptedCount[] {
  const counts = new Map<string, AcceptedCount>();
  for (const { personId, acceptedAt } of orders.flatMap(seatsOf)) {
    const month = monthText(acceptedAt);
    const before = counts.get(`${personId}:${month}`)?.count ?? 0;
    counts.set(`${personId}:${month}`, { personId, month, count: before + 1 });
  }
  return [...counts.values()];
}
