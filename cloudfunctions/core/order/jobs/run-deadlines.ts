import { notify } from '../../message/notify';
import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Services } from '../../platform/context';
import { errorFields } from '../../platform/log';
import { nextDeadline } from '../rules/deadlines';
import { decide } from '../rules/decide';
import { evolve } from '../rules/evolve';
import { notificationsOf } from '../flow/notifications';
import { orders, type Order } from '../document/order';
import { writeMove } from '../flow/order-store';

const ordersAtOnce = 50;

/** Warning, three escalations: an order that was long forgotten makes them all in one run. */
const maxMoves = 4;

/**
 * Makes every move of the clock that is due: warnings, escalations, and closing by silence. Each is one conditional
 * write, so that two runs at once make it once; what one run does not reach, the next one does. One read for each
 * batch.
 * It counts moves.
 */
export const runDeadlines: Job = { name: 'deadlines', every: 'run', run: moveDue };

async function moveDue(services: Services, _record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const now = services.clock.now();
  let made = 0;
  let after: Date | undefined;
  for (;;) {
    const dueAt = { ...(after ? { gt: after } : {}), lte: now };
    const due = await services.database.find(orders, { where: { dueAt }, sort: { dueAt: 'asc' }, limit: ordersAtOnce });
    for (const order of due) {
      if (services.clock.now() >= until) return { done: made };
      made += await moveSafely(services, order, now);
    }
    const last = due.at(-1)?.dueAt;
    if (due.length < ordersAtOnce || !last) return { done: made };
    after = last;
  }
}

/** An order that cannot be moved is logged and keeps no other from moving. */
async function moveSafely(services: Services, order: Order, now: Date): Promise<number> {
  try {
    return await moveOne(services, order, now);
  } catch (error) {
    services.log.line('error', { event: 'clock', orderId: order._id, ...errorFields(error) });
    return 0;
  }
}

async function moveOne(services: Services, found: Order, now: Date): Promise<number> {
  let order = found;
  for (let made = 0; made < maxMoves; made += 1) {
    const next = nextDeadline(order);
    if (!next || next.at.getTime() > now.getTime()) return made;
    const decided = decide(order, { action: next.action }, { actor: null, at: now, version: null, request: null });
    if (!decided.ok) return made;
    const after = evolve(order, decided.data);
    if (!(await writeMove(services, order, after))) return made;
    await notify({ ...services, requestId: `clock:${after._id}:${after.revision}` }, notificationsOf(order, after));
    order = after;
  }
  return maxMoves;
}
