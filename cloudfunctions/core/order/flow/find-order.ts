import type { SignedIn } from '../../access/caller';
import type { Prefetch } from '../../platform/prefetch';
import { type Result, refuse } from '../../platform/result';
import type { Context } from '../../platform/context';
import { orders, type Order } from '../document/order';

/** The order that a call names is read side by side with the login. */
export function prefetchOrder({ orderId }: { readonly orderId: string }): Prefetch {
  return { from: orders, id: orderId };
}

/** An order of the caller's community; any other is not found, so that nothing is learnt of it. */
export async function findOrder(context: Context, caller: SignedIn, orderId: string): Promise<Result<Order>> {
  const order = await context.database.get(orders, orderId);
  return order && order.communityId === caller.login.communityId
    ? { ok: true, data: order }
    : refuse('NOT_FOUND', 'orderId');
}
