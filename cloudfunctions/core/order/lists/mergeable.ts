import type { Context } from '../../platform/context';
import { listedOrders, unlisted, type ListedOrder, type Order } from '../document/order';

/** As many open orders as are looked through, of the courtyard and of its grid. */
const courtyardLimit = 40;
const gridLimit = 60;

/**
 * Open orders that this one could be the same as: of its courtyard, its own category first, then of its category
 * elsewhere in the grid; of each, the newest first. Two reads.
 */
export async function readMergeable({ database }: Context, order: Order): Promise<readonly ListedOrder[]> {
  const { placeId, courtyardId = placeId, gridId } = order.place;
  const newest = (scope: string, limit: number): Promise<ListedOrder[]> =>
    database.find(listedOrders, {
      where: { scopes: scope, closed: false },
      sort: { createdKey: 'desc' },
      limit,
      exclude: unlisted,
    });
  const [near, further] = await Promise.all([newest(courtyardId, courtyardLimit), newest(gridId, gridLimit)]);
  return byNearness(order, courtyardId, [...near, ...further]);
}

/** Pure. What is private is nobody else's to share: it is named only to who asked for both. */
export function byNearness(
  order: Pick<Order, '_id' | 'category' | 'requester' | 'private' | 'communityId'>,
  courtyardId: string,
  found: readonly ListedOrder[],
): readonly ListedOrder[] {
  const once = [...new Map(found.map((one) => [one._id, one])).values()];
  const own = once.filter(
    (one) => one._id !== order._id && one.communityId === order.communityId && mayShare(order, one),
  );
  const isNear = ({ scopes }: ListedOrder): boolean => scopes.includes(courtyardId);
  const isAlike = ({ category }: ListedOrder): boolean => category === order.category;
  return [
    ...own.filter((one) => isNear(one) && isAlike(one)),
    ...own.filter((one) => isNear(one) && !isAlike(one)),
    ...own.filter((one) => !isNear(one) && isAlike(one)),
  ];
}

function mayShare(
  order: Pick<Order, 'requester' | 'private'>,
  other: Pick<ListedOrder, 'requester' | 'private'>,
): boolean {
  return (!order.private && !other.private) || order.requester.personId === other.requester.personId;
}
