import type { OrderPage } from '../../../../miniprogram/contracts/order';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../person/actor';
import { signedInEndpoint } from '../../person/endpoint';
import type { Context } from '../../platform/context';
import type { Where } from '../../platform/database';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { listedOrders, unlisted, type ListedOrder } from '../order';
import { show, summaries } from '../reader';
import { findOrder, orderAhead } from '../move';

interface Asked {
  readonly where: Where;
  readonly after: string | undefined;
  /** Another order than newest first, where all of them fit one page. */
  readonly sorted?: ((one: ListedOrder, other: ListedOrder) => number) | undefined;
}

/** A page of the orders that match, newest first. */
export async function orderPage(
  context: Context,
  caller: SignedIn,
  { where, after, sorted }: Asked,
): Promise<OrderPage> {
  const found = await context.database.find(listedOrders, {
    where: { ...where, key: belowCursor(after) },
    order: { key: 'down' },
    without: unlisted,
    ...pageQuery(limits.pageSize),
  });
  const { shown, next } = cutPage<ListedOrder>(found, limits.pageSize, ({ key }) => key);
  const listed = sorted && after === undefined && next === undefined ? [...shown].sort(sorted) : shown;
  return { orders: summaries(caller, listed, context.clock.now()), ...(next !== undefined && { next }) };
}

/** What the caller asked for or joined, newest first. Two reads. */
export const myOrders = signedInEndpoint({
  name: 'order.mine',
  input: object({ state: v.picklist(['open', 'closed']), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) =>
    done(
      await orderPage(context, caller, {
        where: { followers: caller.login.personId, closed: input.state === 'closed' },
        after: input.cursor,
      }),
    ),
});

/** Wishes in the pool of the caller's community. Two reads. */
export const openWishes = signedInEndpoint({
  name: 'order.wishes',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) =>
    done(
      await orderPage(context, caller, {
        where: { communityId: caller.login.communityId, claimable: true },
        after: input.cursor,
      }),
    ),
});

/** One order in full. Two reads. */
export const openOrder = signedInEndpoint({
  name: 'order.open',
  input: object({ orderId: v.pipe(v.string(), v.regex(/^[\w:.@-]{1,128}$/)) }),
  identity: 'caller',
  idempotency: 'read',
  ahead: orderAhead,
  async run(context, caller, { orderId }) {
    const order = await findOrder(context, caller, orderId);
    return order.ok ? show(context, caller, order.data) : order;
  },
});
