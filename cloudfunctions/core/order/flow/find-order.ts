import type { SignedIn } from '../../access/caller';
import { recipientsBy } from '../../message/recipients';
import type { Prefetch } from '../../platform/prefetch';
import { type Result, refuse } from '../../platform/result';
import type { Context } from '../../platform/context';
import { orders, type Order } from '../document/order';

/** The order that a call names is read in one request with the login. */
export function prefetchOrder({ orderId }: { readonly orderId: string }): Prefetch {
  return { from: orders, id: orderId };
}

/** Whom most moves tell: who waits, who was asked or does it, who sends somebody, who vouches, who asked a question. */
const parties = [
  'named.followers',
  'named.responsibleIds',
  'named.worker.personId',
  'named.headTurn.head.personId',
  'named.question.by.personId',
];

/** The same with whom a move of it may have to tell, and others by their ids or by fields of the order. */
export function prefetchMove(
  { orderId }: { readonly orderId: string },
  { personIds = [], fields = [] }: { readonly personIds?: readonly string[]; readonly fields?: readonly string[] } = {},
): Prefetch {
  const others = personIds.map((personId) => ({ text: [personId] }));
  const recipients = recipientsBy([...parties, ...fields, ...others]);
  return { from: orders, id: orderId, lookUps: [recipients] };
}

/** An order of the caller's community; any other is not found, so that nothing is learnt of it. */
export async function findOrder(context: Context, caller: SignedIn, orderId: string): Promise<Result<Order>> {
  const order = await context.database.get(orders, orderId);
  return order && order.communityId === caller.login.communityId
    ? { ok: true, data: order }
    : refuse('NOT_FOUND', 'orderId');
}
