import type { Login } from '../../access/login';
import type { Context } from '../../platform/context';
import { withIndexFields } from '../document/index-fields';
import { orders, type Order } from '../document/order';
import { changeBetween } from './order-store';

/** Orders of each kind, open and closed, at once. Somebody who was unknown until now has made fewer. */
const ordersAtOnce = 50;

/**
 * Orders of somebody whom WeChat's verified number showed to be a person that the community knew: they stand with that
 * person from now on, so that nobody loses sight of what they asked for. Trails keep the name that was given then. It
 * is no move: version and revision stay, and an order that moves meanwhile is read again. One that follows already is
 * left alone.
 * @returns whether all follow; else another call goes on
 */
export async function rebindOrders(
  { database }: Pick<Context, 'database'>,
  fromId: string,
  to: Login,
): Promise<boolean> {
  let isWhole = true;
  for (const closed of [false, true]) {
    const found = await database.find(orders, {
      where: { followers: fromId, closed, createdKey: { gt: '' } },
      sort: { createdKey: 'desc' },
      limit: ordersAtOnce,
    });
    const rebound = await Promise.all(found.map((order) => rebindOrder(database, order, fromId, to)));
    isWhole &&= found.length < ordersAtOnce && !rebound.includes(false);
  }
  return isWhole;
}

/** @returns false where it moved twice meanwhile */
async function rebindOrder(database: Context['database'], order: Order, fromId: string, to: Login): Promise<boolean> {
  if (await writeRebound(database, order, fromId, to)) return true;
  const moved = await database.get(orders, order._id);
  return !moved?.followers.includes(fromId) || writeRebound(database, moved, fromId, to);
}

async function writeRebound(database: Context['database'], order: Order, fromId: string, to: Login): Promise<boolean> {
  const { _id, revision } = order;
  const change = changeBetween(order, reboundOrder(order, fromId, to));
  return (await database.updateWhere(orders, { _id, revision }, change)) > 0;
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
