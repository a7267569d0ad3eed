import { queueFilters, type OrderPage, type QueueFilter } from '../../../../miniprogram/contracts/order';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { belowCursor } from '../../platform/page';
import { warnAtOf } from '../rules/deadlines';
import { listedOrders, unlisted, type ListedOrder } from '../document/order';
import { presentSummaries } from '../flow/present-order';
import { byUrgency } from '../rules/urgency';

export type QueueCounts = Readonly<Record<QueueFilter, number>>;

/** So many open orders of a place are looked at; counts of a busier place say "at least". */
const scanLimit = 99;

/**
 * What a queue's four filters hold. `waiting`: to be dispatched. `due`: the warning time is over, and nobody was sent,
 * or nobody has accepted. `callback`: somebody without WeChat, or with a number that nobody has checked, waits for a
 * call. `inProgress`: somebody is asked or at it.
 */
export function matchesFilter(order: ListedOrder, filter: QueueFilter, now: Date): boolean {
  switch (filter) {
    case 'waiting':
      return order.status === 'submitted';
    case 'due':
      return isDue(order, now);
    case 'callback':
      return needsCall(order);
    case 'inProgress':
      return order.status !== 'submitted';
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

/**
 * Where a page of a queue goes on, with the counts that the first page found: behind an order of a queue that one read
 * holds and sorts, or below a key of a longer one.
 */
interface QueuePosition {
  readonly sorted: boolean;
  readonly key: string | undefined;
  readonly counts: QueueCounts | undefined;
}

/**
 * Open orders of the place that the hat in use reaches, most urgent first, with the counts of all filters, in one read.
 * A queue that one read does not hold comes newest first.
 */
export async function readQueue(
  context: Context,
  caller: SignedIn,
  filter: QueueFilter,
  cursor?: string,
): Promise<OrderPage & { counts: QueueCounts }> {
  const now = context.clock.now();
  const from = readCursor(cursor);
  const where = {
    scopes: caller.hat.placeId,
    closed: false,
    createdKey: belowCursor(from.sorted ? undefined : from.key),
  };
  const found = await context.database.find(listedOrders, {
    where,
    sort: { createdKey: 'desc' },
    limit: scanLimit,
    exclude: unlisted,
  });
  const own = found.filter((order) => order.communityId === caller.login.communityId);
  const counts = from.counts ?? countsOf(own, now);
  const fitting = own.filter((order) => matchesFilter(order, filter, now));
  const sorted = found.length < scanLimit && (from.sorted || from.key === undefined);
  const rest = sorted ? behind(fitting.sort(byUrgency), from.key) : fitting;
  const shown = rest.slice(0, limits.pageSize);
  const last = rest.length > shown.length ? shown.at(-1) : found.length === scanLimit ? found.at(-1) : undefined;
  return {
    orders: presentSummaries(caller, shown, now),
    counts,
    ...(last && { next: writeCursor({ sorted, key: last.createdKey, counts }) }),
  };
}

/** What follows an order; all of it where that order has left the queue meanwhile, so that none is passed over. */
function behind(sorted: readonly ListedOrder[], key: string | undefined): readonly ListedOrder[] {
  return sorted.slice(sorted.findIndex((order) => order.createdKey === key) + 1);
}

function countsOf(found: readonly ListedOrder[], now: Date): QueueCounts {
  const count = (filter: QueueFilter) => found.filter((order) => matchesFilter(order, filter, now)).length;
  return { waiting: count('waiting'), due: count('due'), callback: count('callback'), inProgress: count('inProgress') };
}

function writeCursor({ sorted, key, counts }: { sorted: boolean; key: string; counts: QueueCounts }): string {
  return `${queueFilters.map((filter) => counts[filter]).join('.')}${sorted ? '>' : '/'}${key}`;
}

function readCursor(cursor: string | undefined): QueuePosition {
  const [, numbers, mark, key] = /^(\d{1,3}(?:\.\d{1,3}){3})([/>])(.+)$/.exec(cursor ?? '') ?? [];
  if (numbers === undefined) return { sorted: false, key: undefined, counts: undefined };
  const [waiting = 0, due = 0, callback = 0, inProgress = 0] = numbers.split('.').map(Number);
  return { sorted: mark === '>', key, counts: { waiting, due, callback, inProgress } };
}
