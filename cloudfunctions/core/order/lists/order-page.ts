import type { OrderPage } from '../../../../miniprogram/contracts/order';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import type { Where } from '../../platform/database';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { listedOrders, unlisted, type ListedOrder } from '../document/order';
import { presentSummaries } from '../flow/present-order';

interface Asked {
  readonly where: Where;
  readonly after: string | undefined;
  /** Another order than newest first, where all of them fit one page. */
  readonly sorted?: ((one: ListedOrder, other: ListedOrder) => number) | undefined;
}

/** A page of the orders that match, newest first. */
export async function readOrderPage(
  context: Context,
  caller: SignedIn,
  { where, after, sorted }: Asked,
): Promise<OrderPage> {
  const found = await context.database.find(listedOrders, {
    where: { ...where, createdKey: belowCursor(after) },
    sort: { createdKey: 'desc' },
    exclude: unlisted,
    ...pageQuery(limits.pageSize),
  });
  const { shown, next } = cutPage<ListedOrder>(found, limits.pageSize, ({ createdKey }) => createdKey);
  const listed = sorted && after === undefined && next === undefined ? [...shown].sort(sorted) : shown;
  return { orders: presentSummaries(caller, listed, context.clock.now()), ...(next !== undefined && { next }) };
}
