import { routes } from '../routes';
import { servesAsMember, servesBranch, servesGrid } from '../session/hat-groups';

/** The page that shows an order to whoever wears this hat; `isDispatching`: the reader may give it to somebody now. */
export function orderRoute(orderId: string, isDispatching = false): string {
  if (isDispatching) return routes.dispatch(orderId);
  if (servesAsMember()) return routes.memberOrder(orderId);
  return servesGrid() || servesBranch() ? routes.trail(orderId) : routes.progress(orderId);
}
