import type { OrderView } from '../../../../miniprogram/contracts/order';
import type { Change } from '../../platform/database';
import { readTold, tell } from '../../message/tell';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { canonicalJson } from '../../platform/ids';
import { isRepeated } from '../../platform/request';
import { refuse, type Result } from '../../platform/result';
import { newsOf } from './notifications';
import { answeredIn, orders, type Order, type TrailLine } from '../document/order';
import { show } from './present-order';

/** The fields of a change that really differ, the new trail line as an appended value. */
export function changeBetween(before: Order, after: Order): Change<Order> {
  const entries = Object.entries(after).filter(
    ([field, value]) => field !== '_id' && field !== 'trail' && differs(before, field, value),
  );
  const added: readonly TrailLine[] = after.trail.slice(before.trail.length);
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
    version: before.version,
    finishAttempts: before.finishAttempts,
  };
  return (await database.updateWhere(orders, where, changeBetween(before, after))) > 0;
}

/**
 * Stores a new order under the id that its request gave it, and tells who is to send somebody; a repeat finds the first
 * one.
 */
export async function insertOrder(context: Context, caller: SignedIn, order: Order): Promise<Result<OrderView>> {
  const news = newsOf(order, order);
  const told = readTold(context, news);
  if (await context.database.insert(orders, order).finally(() => told)) {
    await tell(context, news, told);
    return show(context, caller, order);
  }
  const stored = await context.database.get(orders, order._id);
  const repeated = isRepeated(stored ? answeredIn(stored) : [], context.request);
  if (typeof repeated === 'object') return repeated;
  // No order of this request, and yet it could not be stored: the request moved another order.
  return repeated && stored ? show(context, caller, stored) : refuse('REQUEST_REUSED', 'requestId');
}
