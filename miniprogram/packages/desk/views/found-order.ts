import type { SearchPage } from '../../../contracts/order';
import type { Selectable } from '../../../views/selection';
import { staffCard, type OrderCard } from '../../../views/order/order-card';
import { foundLine, foundTag } from '../text/search';

export type FoundOrder = OrderCard & Selectable;

/** An order that was looked for: where it stands, its number and whose it is. A tap opens its trail. */
export function foundOrder(order: SearchPage['orders'][number], nowMs: number): FoundOrder {
  const mayTransfer = order.actions.includes('transfer');
  return {
    ...staffCard(order, nowMs),
    selectId: mayTransfer ? order.orderId : '',
    selectName: order.number,
    tag: foundTag(order),
    tone: order.status === 'closed' ? 'plain' : 'warning',
    line: foundLine(order, order.requesterName),
    actionLabel: '',
    action: '',
  };
}
