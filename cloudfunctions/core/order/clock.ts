import { awaitsAcceptance } from './lifecycle';
import type { ListedOrder } from './order';
import type { OrderTerms } from './terms';

/** What the clock looks at. */
type Promised = Pick<ListedOrder, 'status' | 'terms' | 'dispatchedAt' | 'acceptBy' | 'warnedAt' | 'escalation' | 'completedAt'>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The last moment at which an acceptance is in time: 72 h after the first dispatch, that instant included (S2-12). */
export function acceptByOf(terms: OrderTerms, dispatchedAt: Date): Date {
  return new Date(dispatchedAt.getTime() + terms.acceptWithinHours * hourMs);
}

/** Whether an acceptance at `now` is late: 72:00:00 is not, 72:00:01 is. */
export function isPastDeadline(order: Promised, now: Date): boolean {
  return order.acceptBy !== null && now.getTime() > order.acceptBy.getTime();
}

/** When the people concerned are warned; null before the first dispatch. */
export function warnAtOf(order: Promised): Date | null {
  if (order.dispatchedAt === null) return null;
  return new Date(order.dispatchedAt.getTime() + order.terms.acceptWithinHours * hourMs * order.terms.warnAt);
}

/** When it reaches the next level; null when it has reached the last. */
export function escalateAtOf(order: Promised): Date | null {
  const hours = order.terms.escalateAfterHours[order.escalation];
  if (order.acceptBy === null || hours === undefined) return null;
  return new Date(order.acceptBy.getTime() + hours * hourMs + 1);
}

/** When silence closes it; null unless it is completed. */
export function lapsesAtOf(order: Promised): Date | null {
  if (order.status !== 'completed' || order.completedAt === null) return null;
  return new Date(order.completedAt.getTime() + order.terms.silenceDays * dayMs);
}

/** What the clock does next to an order, and when; null when it does nothing. */
export function nextByClock(order: Promised): { readonly action: 'warn' | 'escalate' | 'lapse'; readonly at: Date } | null {
  const lapse = lapsesAtOf(order);
  if (lapse) return { action: 'lapse', at: lapse };
  if (!awaitsAcceptance(order.status)) return null;
  const warn = order.warnedAt === null ? warnAtOf(order) : null;
  if (warn) return { action: 'warn', at: warn };
  const escalate = escalateAtOf(order);
  return escalate && { action: 'escalate', at: escalate };
}
