import type { OrderPage } from '../../../../miniprogram/contracts/order';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../person/actor';
import { signedInEndpoint } from '../../person/endpoint';
import type { Context } from '../../platform/context';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { listedOrders, unlisted, type ListedOrder } from '../order';
import { summaries } from '../reader';

/** The list has two parts, what is to be done and what was done; a cursor says in which of them it stands. */
const donePart = 'done:';

/** What is offered to the caller and what they are at, newest first; then what they have done. Two reads. */
export const myOffers = signedInEndpoint({
  name: 'order.offers',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) => done(await page(context, caller, input.cursor)),
});

async function page(context: Context, caller: SignedIn, at: string | undefined): Promise<OrderPage> {
  const closed = at?.startsWith(donePart) ?? false;
  const after = closed ? at?.slice(donePart.length) : at;
  const where = { hands: caller.login.personId, closed, key: belowCursor(after === '' ? undefined : after) };
  const found = await context.database.find(listedOrders, { where, order: { key: 'down' }, without: unlisted, ...pageQuery(limits.pageSize) });
  const { shown, next } = cutPage<ListedOrder>(found, limits.pageSize, ({ key }) => key);
  const following = next === undefined ? (closed ? undefined : donePart) : closed ? donePart + next : next;
  return { orders: summaries(caller, shown, context.clock.now()), ...(following !== undefined && { next: following }) };
}
