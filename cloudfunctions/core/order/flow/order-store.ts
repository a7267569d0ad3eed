import type { OrderView } from '../../../../miniprogram/contracts/order';
import type { Change } from '../../platform/database';
import { deliver, prepareDelivery } from '../../message/notify';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { canonicalJson } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse, refuseDuplicate, type Result } from '../../platform/result';
import { presentAgain, withNews, type AnnouncedOrder } from './news';
import { renumbered } from '../document/create-order';
import type { DailyLimit } from '../limits/daily-limit';
import { findFreeSlots, firstSlots } from '../limits/slots';
import { findDuplicate, takenBy } from './request-lookup';
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

/** Numbers and slots are far from used up: more attempts than these mean that something else is wrong. */
const maxAttempts = 20;

/** What a new order counts against, and which slots were seen to be taken. */
export interface OrderSlots {
  readonly limits: readonly DailyLimit[];
  readonly taken: ReadonlySet<string>;
}

/**
 * Stores a new order under the id that its request gave it, and notifies who is to send somebody; a repeat finds the
 * first one. It takes a slot of each of the day's limits. One write, unless its number or a slot is another order's:
 * then it takes the next one.
 */
export async function insertOrder(
  context: Context,
  caller: SignedIn,
  made: Order,
  slots: OrderSlots,
): Promise<Result<OrderView>> {
  const replay = () => replayedOrder(context, caller, made._id);
  const stored = await storeOrder(context, withNews(made, made), slots, replay);
  return 'order' in stored ? presentOrder(context, caller, stored.order) : stored.answer;
}

/**
 * Stores a new order and tells its news; one that exists already is answered by `replay`.
 * @param replay undefined where no order has this id
 */
export async function storeOrder<T>(
  context: Context,
  { order, messages }: AnnouncedOrder,
  { limits, taken }: OrderSlots,
  replay: () => Promise<Result<T> | undefined>,
): Promise<{ readonly order: Order } | { readonly answer: Result<T> }> {
  const recipients = prepareDelivery(context, messages);
  let claimed = { number: 0, slots: firstSlots(limits, context.request.requestKey, taken) };
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const draft = renumbered(order, claimed.number, claimed.slots);
    if (await context.database.insert(orders, draft).finally(() => recipients)) {
      await deliver(context, messages, recipients);
      return { order: draft };
    }
    const answer = await replay();
    if (answer) return { answer };
    // No order of this request: its id moved another order, or the number or a slot is another one's.
    const next = await nextAttempt(context, { draft, number: claimed.number, limits, attempt });
    if (!next.ok) return { answer: next };
    claimed = next.data;
  }
  return { answer: refuse('BUSY') };
}

interface FailedAttempt {
  readonly draft: Order;
  readonly number: number;
  readonly limits: readonly DailyLimit[];
  readonly attempt: number;
}

/** What the next attempt tries, or why there is none. One read. */
async function nextAttempt(
  context: Context,
  { draft, number, limits, attempt }: FailedAttempt,
): Promise<Result<{ number: number; slots: readonly string[] }>> {
  const { requestKey } = context.request;
  const { numberKey, duplicateKey } = draft;
  const taken = new Set<string>();
  const readTaken = async (keys: readonly string[]): Promise<ReadonlySet<string>> => {
    const unique = [requestKey, numberKey, duplicateKey].flatMap((key) => key ?? []);
    for (const key of await takenBy(context, [...unique, ...keys])) taken.add(key);
    return taken;
  };
  if (limits.length === 0) await readTaken([]);
  const slots = await findFreeSlots(limits, { seed: `${requestKey}:${attempt}`, at: draft.createdAt, readTaken });
  if (taken.has(requestKey)) return refuse('REQUEST_REUSED', 'requestId');
  if (duplicateKey && taken.has(duplicateKey)) {
    const open = await findDuplicate(context, duplicateKey);
    return open ? refuseDuplicate(open) : refuse('BUSY');
  }
  if (!slots.ok) return slots;
  const isNumberTaken = numberKey !== undefined && taken.has(numberKey);
  return done({ number: number + (isNumberTaken ? 1 : 0), slots: slots.data });
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
