import type { OrderView } from '../../../../miniprogram/contracts/order';
import type { Change } from '../../platform/database';
import { deliver, prepareDelivery } from '../../message/notify';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { canonicalJson } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { refuse, type Result } from '../../platform/result';
import { presentAgain, withNews, type AnnouncedOrder } from './news';
import { renumbered } from '../document/create-order';
import { ordersKnow } from './request-lookup';
import { requestsOf, orders, type Order, type TrailLine } from '../document/order';
import { presentOrder } from './present-order';

/** The fields of a change that really differ; a new trail line as an appended value, a counted one with the trail. */
export function changeBetween(before: Order, after: Order): Change<Order> {
  const isAppended = before.trail.every((line, index) => line === after.trail[index]);
  const entries = Object.entries(after).filter(
    ([field, value]) => field !== '_id' && !(isAppended && field === 'trail') && differs(before, field, value),
  );
  const added: readonly TrailLine[] = isAppended ? after.trail.slice(before.trail.length) : [];
  return { set: Object.fromEntries(entries), ...(added.length > 0 && { push: { trail: { values: added } } }) };
}

function differs(before: Order, field: string, value: unknown): boolean {
  const old: unknown = Object.getOwnPropertyDescriptor(before, field)?.value;
  return old !== value && canonicalJson(old) !== canonicalJson(value);
}

/**
 * The one conditional write that decides a race: it only happens to the order as it was read.
 * @returns false when somebody was faster; nothing is written then
 */
export async function writeMove(
  { database }: Pick<Context, 'database'>,
  before: Order,
  after: Order,
): Promise<boolean> {
  // A wrong code counts without a new version: a guess made beside it must not slip past the limit.
  const where = {
    _id: before._id,
    status: before.status,
    revision: before.revision,
    finishAttempts: before.finishAttempts,
  };
  return (await database.updateWhere(orders, where, changeBetween(before, after))) > 0;
}

/** A month's numbers are far from used up: more attempts than these mean that something else is wrong. */
const maxNumbers = 20;

/**
 * Stores a new order under the id that its request gave it, and notifies who is to send somebody; a repeat finds the
 * first one. Where its number is another order's it takes the next one: one write, unless that happens.
 */
export async function insertOrder(context: Context, caller: SignedIn, made: Order): Promise<Result<OrderView>> {
  const stored = await storeOrder(context, withNews(made, made), () => replayedOrder(context, caller, made._id));
  return 'order' in stored ? presentOrder(context, caller, stored.order) : stored.answer;
}

/**
 * Stores a new order and tells its news; one that exists already is answered by `replay`.
 * @param replay undefined where no order has this id
 */
export async function storeOrder<T>(
  context: Context,
  { order, messages }: AnnouncedOrder,
  replay: () => Promise<Result<T> | undefined>,
): Promise<{ readonly order: Order } | { readonly answer: Result<T> }> {
  const recipients = prepareDelivery(context, messages);
  for (let attempt = 0; attempt < maxNumbers; attempt += 1) {
    const numbered = attempt === 0 ? order : renumbered(order, attempt);
    if (await context.database.insert(orders, numbered).finally(() => recipients)) {
      await deliver(context, messages, recipients);
      return { order: numbered };
    }
    const answer = await replay();
    if (answer) return { answer };
    // No order of this request: the request moved another order, or the number is another one's.
    if (await ordersKnow(context)) return { answer: refuse('REQUEST_REUSED', 'requestId') };
  }
  return { answer: refuse('BUSY') };
}

/** The order that this very request made before; undefined where it made none. One read. */
export async function replayedOrder(
  context: Context,
  caller: SignedIn,
  orderId: string,
): Promise<Result<OrderView> | undefined> {
  const stored = await context.database.get(orders, orderId);
  const replay = stored && replayOf(requestsOf(stored), context.request, () => stored);
  return replay?.ok ? presentAgain(context, caller, replay.data) : replay;
}
