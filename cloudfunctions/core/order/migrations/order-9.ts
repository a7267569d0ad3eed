import type { MigrationPlan } from '../../schema/types';
import { fieldsOf, listOf } from './order-8';

type Stored = Parameters<MigrationPlan['migrate']>[0];

const hourMs = 3_600_000;
/** What holds where terms do not say it. */
const decideWithinHours = 24;
const warnShare = 2 / 3;

/** Whoever says that they did come waits for a ruling under a clock; what became private is in no pool any more. */
export const appealClocks: MigrationPlan = {
  to: 9,
  migrate: (order) => withAppealClock(outOfPool(order)),
};

function withAppealClock(order: Stored): Stored {
  const terms = fieldsOf(order['terms']);
  const hours = Number(terms['moderateWithinHours'] ?? decideWithinHours) * Number(terms['warnAt'] ?? warnShare);
  const tellings = listOf(order['noShows']).flatMap(({ appeal }) => {
    const { at, ruling } = fieldsOf(appeal);
    return at instanceof Date && ruling === undefined ? [at.getTime() + hours * hourMs] : [];
  });
  if (tellings.length === 0) return order;
  const known = order['dueAt'] instanceof Date ? [order['dueAt'].getTime()] : [];
  const dueAt = new Date(Math.min(...tellings, ...known));
  return { ...order, dueAt, dueKey: `${dueAt.toISOString()}:${order._id}` };
}

function outOfPool(order: Stored): Stored {
  if (order['private'] !== true || order['pool'] !== true) return order;
  const isAsked = listOf(order['offers']).some(({ state }) => state === 'open');
  const isUnsent = order['status'] === 'dispatched' && !isAsked;
  return { ...order, pool: false, claimable: false, ...(isUnsent && { status: 'submitted' }) };
}
