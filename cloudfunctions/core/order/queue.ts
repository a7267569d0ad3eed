import { queueFilters, type OrderPage, type QueueFilter } from '../../../miniprogram/contracts/order';
import { limits } from '../../../miniprogram/contracts/limits';
import type { SignedIn } from '../person/actor';
import type { Context } from '../platform/context';
import { belowCursor } from '../platform/page';
import { warnAtOf } from './clock';
import { listedOrders, unlisted, type ListedOrder } from './order';
import { summaries } from './reader';

export type QueueCounts = Readonly<Record<QueueFilter, number>>;

/** So many open orders of a place are looked at; counts of a busier place say "at least". */
const looked = 99;

/**
 * What a queue's four filters hold. `waiting`: to be dispatched. `due`: the warning time is over, and nobody was sent, or nobody has accepted.
 * `callback`: somebody without WeChat, or with a number that nobody has checked, waits for a call. `open`: somebody is asked or at it.
 */
export function fits(order: ListedOrder, filter: QueueFilter, now: Date): boolean {
  switch (filter) {
    case 'waiting': return order.status === 'submitted';
    case 'due': return isDue(order, now);
    case 'callback': return needsCall(order);
    case 'open': return order.status !== 'submitted';
  }
}

function isDue(order: ListedOrder, now: Date): boolean {
  if (order.status !== 'submitted' && order.status !== 'dispatched') return false;
  return now.getTime() >= warnAtOf(order).getTime();
}

/** Before anybody is sent to a number that was only typed; and when it is done, for who cannot say so in WeChat. */
function needsCall(order: ListedOrder): boolean {
  if (order.requester.openid === null) return order.status === 'completed';
  return !order.requester.verified && order.status === 'submitted';
}

/** A page of a queue starts below a key, and carries the counts that its first page found. */
interface Place {
  readonly key: string | undefined;
  readonly counts: QueueCounts | undefined;
}

/** Open orders of the place that the worn hat reaches, newest first, with the counts of all filters, in one read. */
export async function queueOf(context: Context, caller: SignedIn, filter: QueueFilter, cursor?: string): Promise<OrderPage & { counts: QueueCounts }> {
  const now = context.clock.now();
  const from = readCursor(cursor);
  const where = { scopes: caller.hat.placeId, closed: false, key: belowCursor(from.key) };
  const found = await context.database.find(listedOrders, { where, order: { key: 'down' }, limit: looked, without: unlisted });
  const own = found.filter((order) => order.communityId === caller.login.communityId);
  const counts = from.counts ?? countsOf(own, now);
  const fitting = own.filter((order) => fits(order, filter, now));
  const shown = fitting.slice(0, limits.pageSize);
  const last = fitting.length > shown.length ? shown.at(-1) : found.length === looked ? found.at(-1) : undefined;
  return { orders: summaries(caller, shown, now), counts, ...(last && { next: writeCursor(last.key, counts) }) };
}

function countsOf(found: readonly ListedOrder[], now: Date): QueueCounts {
  const count = (filter: QueueFilter) => found.filter((order) => fits(order, filter, now)).length;
  return { waiting: count('waiting'), due: count('due'), callback: count('callback'), open: count('open') };
}

function writeCursor(key: string, counts: QueueCounts): string {
  return `${queueFilters.map((filter) => counts[filter]).join('.')}/${key}`;
}

function readCursor(cursor: string | undefined): Place {
  const [, numbers, key] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(.+)$/.exec(cursor ?? '') ?? [];
  if (numbers === undefined) return { key: undefined, counts: undefined };
  const [waiting = 0, due = 0, callback = 0, open = 0] = numbers.split('.').map(Number);
  return { key, counts: { waiting, due, callback, open } };
}
