import type { OrderName } from '../../../../miniprogram/contracts/error';
import { collection, type Stored } from '../../platform/database';
import type { Context } from '../../platform/context';
import type { LookUp, Wanted } from '../../platform/look-up';
import type { RequestRecord } from '../../platform/request';
import { listedOrders, unlisted, type Order } from '../document/order';

type Lookup = Pick<Context, 'database' | 'request'>;

/** Orders as far as a look at their unique values needs them. */
const uniqueValues = collection<Stored & Pick<Order, 'requests'>>('orders');
const exclude = [...unlisted.filter((field) => field !== 'requests'), 'offers', 'words', 'terms'];

/** Any order that a request made or moved, so that its id cannot serve another write. */
export function ordersKnow({ requestKey }: RequestRecord): LookUp {
  const query = { where: { requests: requestKey }, limit: 1, exclude };
  return { name: 'known', of: uniqueValues, query };
}

/** Which of some requests, numbers, slots and duplicate keys orders hold. */
export function heldValues(values: readonly Wanted[]): LookUp {
  return { name: 'held', of: uniqueValues, by: { field: 'requests', values }, take: 'requests' };
}

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
