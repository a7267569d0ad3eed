import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { belowCursor } from '../../platform/page';
import { orders, unlisted, type Order } from '../document/order';
import { isInFigure } from '../rules/order-figure';
import { fillPage, scanLimit } from './fill-page';
import { fitsFilter, type SearchFilter } from './search-filter';

/** What a list takes, and the rating, by which one figure tells its orders. */
const unread = unlisted.filter((field) => field !== 'rating');

/**
 * The orders of a month that a figure of the desk counts, or of one category, as far as the caller's hat reaches,
 * newest first. One read; a few more where hardly any of very many fit.
 */
export async function findByFigure(
  { database }: Context,
  { login: { communityId }, hat }: SignedIn,
  {
    filter,
    month,
    cursor,
  }: { readonly filter: SearchFilter; readonly month: string; readonly cursor: string | undefined },
): Promise<{ readonly shown: readonly Order[]; readonly next?: string }> {
  const { figure = 'created' } = filter;
  const fits = (order: Order) =>
    order.scopes.includes(hat.placeId) && fitsFilter(order, filter) && isInFigure(figure, order);
  const { shown, next } = await fillPage<Order>({
    after: cursor ?? '',
    read: (after) =>
      database.find(orders, {
        where: { communityId, month, createdKey: belowCursor(after === '' ? undefined : after) },
        sort: { createdKey: 'desc' },
        limit: scanLimit,
        exclude: unread,
      }),
    keyOf: ({ createdKey }) => createdKey,
    fits,
  });
  return { shown, ...(next !== undefined && { next }) };
}
