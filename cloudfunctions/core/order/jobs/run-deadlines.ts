import { deliver } from '../../message/notify';
import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Services } from '../../platform/context';
import { timeKey } from '../../platform/ids';
import { errorFields } from '../../platform/log';
import { readHolidays } from '../../time/holidays';
import { needsCalendar } from '../rules/accept-by';
import { nextDeadline } from '../rules/deadlines';
import { nextDecisionTelling } from '../rules/decision-clock';
import { decide } from '../rules/decide';
import { evolve } from '../rules/evolve';
import { withNews, type AnnouncedOrder } from '../flow/news';
import { withDecidersTold } from '../flow/tell-deciders';
import { orders, type Order } from '../document/order';
import { writeMove } from '../flow/order-store';
import { readFailures, setAside, takeBack, type DeadlineFailure } from './deadline-failures';

const ordersAtOnce = 60;
/** So many orders are moved side by side: most of a move is waiting for the database. */
const movesAtOnce = 12;
/** Sorts behind every id. */
const lastId = '~';

/** Warning, three escalations: an order that was long forgotten makes them all in one run. */
const maxMoves = 4;

/**
 * Makes every move of the clock that is due, the oldest first: warnings, escalations, and closing by silence; and tells
 * those who decide what others read that something waits for them. Each is
 * one conditional write, so that two runs at once make it once; what one run does not reach, the next one does. An
 * order whose move fails is set aside for a growing while and reported, so that it stands in nobody's way. Two reads
 * for each batch. It counts moves.
 */
export const runDeadlines: Job = {
  name: 'deadlines',
  every: 'run',
  waiting: (now) => [{ of: orders, where: { dueKey: { gt: '', lte: timeKey(now, lastId) } }, limit: 1 }],
  run: moveDue,
};

async function moveDue(services: Services, _record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const { database, clock } = services;
  const now = clock.now();
  let done = 0;
  let after = '';
  for (;;) {
    const due: Order[] = await database.find(orders, {
      where: { dueKey: { gt: after, lte: timeKey(now, lastId) } },
      sort: { dueKey: 'asc' },
      limit: ordersAtOnce,
    });
    const failures = await readFailures(database, due);
    const tried = due.filter(({ _id }) => (failures.get(_id)?.retryAt ?? now) <= now);
    for (let first = 0; first < tried.length; first += movesAtOnce) {
      if (clock.now() >= until) return { done, cursor: after };
      const batch = tried.slice(first, first + movesAtOnce);
      const made = await Promise.all(batch.map((order) => moveSafely(services, order, now, failures.get(order._id))));
      done += made.reduce((sum, count) => sum + count, 0);
    }
    const last = due.at(-1)?.dueKey ?? null;
    if (due.length < ordersAtOnce || last === null) return { done };
    after = last;
  }
}

/** An order that cannot be moved is set aside and keeps no other from moving. */
async function moveSafely(
  services: Services,
  order: Order,
  now: Date,
  failure: DeadlineFailure | undefined,
): Promise<number> {
  try {
    const made = await moveOne(services, order, now);
    if (failure) await takeBack(services.database, failure);
    return made;
  } catch (error) {
    services.log.line('error', { event: 'clock', orderId: order._id, ...errorFields(error) });
    await setAside(services, order, failure);
    return 0;
  }
}

/** The order once the clock has made what is due next, a move or a word to those who decide; null for nothing. */
async function nextDone(order: Order, now: Date): Promise<AnnouncedOrder | null> {
  const deadline = nextDeadline(order);
  const telling = nextDecisionTelling(order);
  const isDue = (one: { readonly at: Date } | null) => one !== null && one.at.getTime() <= now.getTime();
  if (telling && isDue(telling) && (!deadline || telling.at <= deadline.at))
    return withDecidersTold(order, telling, now);
  if (!deadline || !isDue(deadline)) return null;
  const calendar = order.question && needsCalendar(order.terms) && (await readHolidays());
  const clock = { actor: null, at: now, version: null, request: null };
  const decided = decide(order, { action: deadline.action }, { ...clock, ...(calendar && { calendar }) });
  return decided.ok ? withNews(order, evolve(order, decided.data)) : null;
}

async function moveOne(services: Services, found: Order, now: Date): Promise<number> {
  let order = found;
  for (let made = 0; made < maxMoves; made += 1) {
    const next = await nextDone(order, now);
    if (!next) return made;
    const { order: after, messages } = next;
    if (!(await writeMove(services, order, after))) return made;
    await deliver({ ...services, requestId: `clock:${after._id}:${after.revision}` }, messages);
    order = after;
  }
  return maxMoves;
}
