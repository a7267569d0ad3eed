import type { Login } from '../../access/login';
import type { Context } from '../../platform/context';
import { withIndexFields } from '../document/index-fields';
import { orders, type Order } from '../document/order';
import { changeBetween } from './order-store';

/** Somebody who was unknown until now has made few orders; more than these stay with the unknown person. */
const maxRebound = 50;

/**
 * Orders of somebody whom WeChat's verified number showed to be a person that the community knew: they stand with that
 * person from now on, so that nobody loses sight of what they asked for. Trails keep the name that was given then. It
 * is no move: version and revision stay, and an order that moves meanwhile is read again.
 */
export async function rebindOrders({ database }: Pick<Context, 'database'>, fromId: string, to: Login): Promise<void> {
  for (const closed of [false, true]) {
    const found = await database.find(orders, {
      where: { followers: fromId, closed, createdKey: { gt: '' } },
      sort: { createdKey: 'desc' },
      limit: maxRebound,
    });
    await Promise.all(found.map((order) => rebindOrder(database, order, fromId, to)));
  }
}

async function rebindOrder(database: Context['database'], order: Order, fromId: string, to: Login): Promise<void> {
  const { _id, revision } = order;
  if (
    (await database.updateWhere(orders, { _id, revision }, changeBetween(order, reboundOrder(order, fromId, to)))) > 0
  )
    return;
  const moved = await database.get(orders, _id);
  if (moved)
    await database.updateWhere(
      orders,
      { _id, revision: moved.revision },
      changeBetween(moved, reboundOrder(moved, fromId, to)),
    );
}

function reboundOrder(
  order: Order,
  fromId: string,
  { personId, name, phone, phoneExtension, phoneVerified: verified, _id: openid }: Login,
): Order {
  const party = { personId, name, phone, ...(phoneExtension !== undefined && { phoneExtension }), openid };
  const requester = order.requester.personId === fromId ? { ...order.requester, ...party, verified } : order.requester;
  return withIndexFields({
    ...order,
    requester,
    joined: order.joined.map((one) => (one.personId === fromId ? party : one)),
  });
}
