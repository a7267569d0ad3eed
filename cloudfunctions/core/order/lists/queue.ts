import { queueFilters, type QueueFilter, type QueuePage } from '../../../../miniprogram/contracts/order';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { needsCall } from '../rules/call';
import { waitingOf } from '../rules/deadlines';
import { waitRules } from '../rules/waits';
import { listedOrders, unlisted, type ListedOrder } from '../document/order';
import { orderActor } from '../flow/order-actor';
import { presentSummaries } from '../flow/present-order';
import { visibilityOf } from '../rules/visibility';
import { fillPage, scanLimit } from './fill-page';

type QueueCounts = QueuePage['counts'];

/**
 * What a queue's five filters hold. `waiting`: to be dispatched. `late`: the time is over, and nobody was sent, nobody
 * has accepted, or it is not done. `due`: the same is near, the warning time being over. `callback`: somebody waits for
 * a call, to a number that nobody has checked or about what was done. `inProgress`: somebody is asked or at it.
 */
export function matchesFilter(order: ListedOrder, filter: QueueFilter, now: Date): boolean {
  switch (filter) {
    case 'waiting':
      return order.status === 'submitted';
    case 'late':
      return timeOf(order, now) === 'late';
    case 'due':
      return timeOf(order, now) === 'due';
    case 'callback':
      return needsCall(order);
    case 'inProgress':
      return order.status !== 'submitted';
  }
}

/** Whether what it waits for, and what goes up the levels without it, is late, nearly so, or neither. */
function timeOf(order: ListedOrder, now: Date): 'late' | 'due' | 'none' {
  const waiting = waitingOf(order);
  if (!waiting || waitRules[waiting.wait].end !== 'escalate') return 'none';
  if (now.getTime() > waiting.until.getTime()) return 'late';
  return now.getTime() >= waiting.warnAt.getTime() ? 'due' : 'none';
}

/**
 * Where a page of a queue goes on: behind a rank, with the counts that the first page found. Counts of a busier place
 * than one read holds say that they are at least so many.
 */
interface QueuePosition {
  readonly after: string;
  readonly counts?: QueueCounts;
  readonly isAtLeast: boolean;
}

/**
 * Open orders of the place that the hat in use reaches, most urgent first, with the counts of all filters. One read; a
 * few more where hardly any of very many orders fit the filter.
 */
export async function readQueue(
  context: Context,
  caller: SignedIn,
  filter: QueueFilter,
  cursor?: string,
): Promise<QueuePage> {
  const now = context.clock.now();
  const from = readCursor(cursor);
  const page = await fillPage({
    after: from.after,
    read: (after) => readBehind(context, caller, after),
    keyOf: ({ rankKey }) => rankKey,
    fits: (order) => isOwn(caller, order) && standsIn(caller, order, filter, now),
  });
  const counts = from.counts ?? countsOf(caller, page.firstRead, now);
  const isAtLeast = from.counts ? from.isAtLeast : !page.isAll;
  return {
    orders: presentSummaries(caller, page.shown, now),
    counts,
    ...(isAtLeast && { countsAtLeast: true }),
    ...(page.next !== undefined && { next: writeCursor({ after: page.next, counts, isAtLeast }) }),
  };
}

/** What its reader may know nothing of stands in the first list, whatever became of it. */
function standsIn(caller: SignedIn, order: ListedOrder, filter: QueueFilter, now: Date): boolean {
  const isSealed = visibilityOf(order, orderActor(caller))?.sealed;
  return isSealed ? filter === 'waiting' : matchesFilter(order, filter, now);
}

function readBehind({ database }: Context, caller: SignedIn, after: string): Promise<ListedOrder[]> {
  return database.find(listedOrders, {
    where: { scopes: caller.hat.placeId, closed: false, rankKey: { gt: after } },
    sort: { rankKey: 'asc' },
    limit: scanLimit,
    exclude: unlisted,
  });
}

function isOwn({ login }: SignedIn, { communityId }: ListedOrder): boolean {
  return communityId === login.communityId;
}

function countsOf(caller: SignedIn, found: readonly ListedOrder[], now: Date): QueueCounts {
  const own = found.filter((order) => isOwn(caller, order));
  const count = (filter: QueueFilter) => own.filter((order) => standsIn(caller, order, filter, now)).length;
  return {
    ...{ waiting: count('waiting'), late: count('late'), due: count('due') },
    ...{ callback: count('callback'), inProgress: count('inProgress') },
  };
}

/** `12.1.3.0.4+>2:2026-…`: the counts, `+` where they are at least so many, and the rank. */
function writeCursor({ after, counts, isAtLeast }: Required<QueuePosition>): string {
  return `${queueFilters.map((filter) => counts[filter]).join('.')}${isAtLeast ? '+' : ''}>${after}`;
}

function readCursor(cursor: string | undefined): QueuePosition {
  const [, numbers, mark, after] = /^(\d{1,3}(?:\.\d{1,3}){4})(\+?)>(.+)$/.exec(cursor ?? '') ?? [];
  if (numbers === undefined || after === undefined) return { after: '', isAtLeast: false };
  const [waiting = 0, late = 0, due = 0, callback = 0, inProgress = 0] = numbers.split('.').map(Number);
  return { after, counts: { waiting, late, due, callback, inProgress }, isAtLeast: mark === '+' };
}
