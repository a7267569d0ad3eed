import type { Login } from '../../access/login';
import type { Context } from '../../platform/context';
import { withIndexFields } from '../document/index-fields';
import { withOwed, type BesideMoves } from '../document/beside';
import { orders, type Order } from '../document/order';
import { owedTo } from '../rules/owed-news';
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

/**
 * The same of somebody who was taken for another person by mistake: what they asked for with their own WeChat stands
 * with themselves from now on, and what the other person asked for stays theirs. Page by page.
 * @returns whether all follow; else another call goes on
 */
export async function rebindOwnOrders(
  { database }: Pick<Context, 'database'>,
  fromId: string,
  to: Login,
): Promise<boolean> {
  let isWhole = true;
  for (const closed of [false, true])
    for (let before: string | undefined = '~'; before !== undefined;) {
      const found: readonly Order[] = await database.find(orders, {
        where: { followers: fromId, closed, createdKey: { lt: before } },
        sort: { createdKey: 'desc' },
        limit: ordersAtOnce,
      });
      const own = found.filter((order) => isBy(order, fromId, to._id));
      const rebound = await Promise.all(own.map((order) => rebindOrder(database, order, fromId, to)));
      isWhole &&= !rebound.includes(false);
      before = found.length === ordersAtOnce ? found.at(-1)?.createdKey : undefined;
    }
  return isWhole;
}

/** Whether a WeChat user asked for an order, or joined it, as that person. */
function isBy({ requester, joined }: Order, personId: string, openid: string): boolean {
  return [requester, ...joined].some((party) => party.personId === personId && party.openid === openid);
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

/** Whoever has WeChat reads what became of it there: nobody rings them about it any more. */
function reachedNow(order: Order, to: string | undefined): BesideMoves {
  if (owedTo(order, to).length === 0) return {};
  return withOwed(
    order._id,
    (order.owedNews ?? []).filter((one) => one.to !== to),
  );
}

function reboundOrder(
  order: Order,
  fromId: string,
  { personId, name, phone, phoneExtension, phoneVerified: verified, _id: openid, rebinding }: Login,
): Order {
  const party = { personId, name, phone, ...(phoneExtension !== undefined && { phoneExtension }), openid };
  const isTheirs = (one: { readonly personId: string; readonly openid: string | null }): boolean =>
    one.personId === fromId && (!rebinding?.own || one.openid === openid);
  const requester = isTheirs(order.requester) ? { ...order.requester, ...party, verified } : order.requester;
  return withIndexFields({
    ...order,
    requester,
    joined: order.joined.map((one) => (isTheirs(one) ? { ...one, ...party } : one)),
    ...reachedNow(order, isTheirs(order.requester) ? undefined : fromId),
  });
}
