import type { OrderState } from '../../order/document/order';

type Thanked = Pick<OrderState, 'status' | 'outcome' | 'private' | 'assignee'>;

/** Only for an order that somebody did, and that is closed; of a private one nobody hears. */
export function mayThank(order: Thanked): boolean {
  const isDone = order.outcome === 'solved' || order.outcome === 'unrated';
  return order.status === 'closed' && isDone && !order.private && order.assignee !== null;
}
