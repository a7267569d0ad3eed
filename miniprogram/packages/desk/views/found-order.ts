import type { SearchPage } from '../../../contracts/order';
import { staffCard, type OrderCard } from '../../../views/order/order-card';
import { foundLine, foundTag } from '../text/search';

/** An order that was looked for: where it stands, its number and whose it is. A tap opens its trail. */
export function foundOrder(order: SearchPage['orders'][number], nowMs: number): OrderCard {
  return {
    ...staffCard(order, nowMs),
    tag: foundTag(order),
    tone: order.status === 'closed' ? 'plain' : 'warning',
    line: foundLine(order, order.requesterName),
    actionLabel: '',
    action: '',
  };
}
