import type { OrderAction } from '../contracts/order';
import { routes } from '../routes';
import { servesAsMember, servesBranch, servesGrid } from '../session/hat-groups';

/**
 * The page that shows an order to whoever wears this hat; `action`: what is due next. Calling first and giving it to
 * somebody are done on one page.
 */
export function orderRoute(orderId: string, action: OrderAction | '' = ''): string {
  if (action === 'dispatch' || action === 'recordCall') return routes.dispatch(orderId);
  if (servesAsMember()) return routes.memberOrder(orderId);
  return servesGrid() || servesBranch() ? routes.trail(orderId) : routes.progress(orderId);
}
