import type { OrderName } from '../../../../miniprogram/contracts/error';
import { collection, type Stored } from '../../platform/database';
import type { Context } from '../../platform/context';
import { listedOrders, orders, unlisted, type Order } from '../document/order';

type Lookup = Pick<Context, 'database' | 'request'>;

/** Whether a request made or moved any order, so that its id cannot serve another write. One read. */
export async function ordersKnow({ database, request }: Lookup): Promise<boolean> {
  return (await database.count(orders, { requests: request.requestKey })) > 0;
}

/** Orders as far as a look at their unique values needs them. */
const uniqueValues = collection<Stored & Pick<Order, 'requests'>>('orders');
const exclude = [...unlisted.filter((field) => field !== 'requests'), 'offers', 'words', 'terms'];

/** Which of at most 99 requests, numbers, slots and duplicate keys orders hold. One read. */
export async function takenBy(
  { database }: Pick<Context, 'database'>,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await database.find(uniqueValues, {
    where: { requests: { oneOf: keys } },
    limit: keys.length,
    exclude,
  });
  return new Set(found.flatMap(({ requests }) => requests));
}

/** The open order with this `duplicateKey`. One read. */
export async function findDuplicate({ database }: Lookup, duplicateKey: string): Promise<OrderName | undefined> {
  const where = { requests: duplicateKey };
  const [found] = await database.find(listedOrders, { where, limit: 1, exclude: unlisted });
  return found && { orderId: found._id, number: found.number };
}
