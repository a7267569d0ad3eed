import { awaitsAcceptance } from './lifecycle';
import type { ListedOrder } from '../document/order';
import type { OrderTerms } from '../document/terms';

/** What the clock looks at. */
type DeadlineFields = Pick<
  ListedOrder,
  'status' | 'terms' | 'clockStartedAt' | 'dispatchedAt' | 'acceptBy' | 'warnedAt' | 'escalation' | 'completedAt'
>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** An acceptance is in time up to 72 h after the first dispatch, that instant included (S2-12). */
function acceptByOf(terms: OrderTerms, dispatchedAt: Date): Date {
  return new Date(dispatchedAt.getTime() + terms.acceptWithinHours * hourMs);
}

/**
 * The first dispatch keeps one promise and starts the clock of the next, with all its levels before it; a later one
 * moves nothing.
 */
export function startAcceptance(order: DeadlineFields, at: Date) {
  if (order.dispatchedAt !== null) return {};
  return {
    dispatchedAt: at,
    acceptBy: acceptByOf(order.terms, at),
    warnedAt: null,
    escalation: 0,
    late: false,
  } as const;
}

/** A clock of its own, for what is to be sent out anew: as if it had been made at `at`. */
export function freshClock(at: Date) {
  return {
    clockStartedAt: at,
    promiseKept: false,
    dispatchedAt: null,
    acceptBy: null,
    warnedAt: null,
    escalation: 0,
    late: false,
  } as const;
}

/** Until the first dispatch, somebody is to be sent in time; from then on, somebody is to accept in time. */
export function deadlineOf(order: DeadlineFields): Date {
  return order.acceptBy ?? new Date(order.clockStartedAt.getTime() + order.terms.dispatchWithinHours * hourMs);
}

/** Whether an acceptance at `now` is late: 72:00:00 is not, 72:00:01 is. */
export function isPastDeadline(order: DeadlineFields, now: Date): boolean {
  return now.getTime() > deadlineOf(order).getTime();
}

/** When the people concerned are warned. */
export function warnAtOf(order: DeadlineFields): Date {
  const from = (order.dispatchedAt ?? order.clockStartedAt).getTime();
  return new Date(from + (deadlineOf(order).getTime() - from) * order.terms.warnAt);
}

/** When it reaches the next level; null when it has reached the last. */
export function escalateAtOf(order: DeadlineFields): Date | null {
  const hours = order.terms.escalateAfterHours[order.escalation];
  return hours === undefined ? null : new Date(deadlineOf(order).getTime() + hours * hourMs + 1);
}

/** When silence closes it; null unless it is completed. */
export function lapsesAtOf(order: DeadlineFields): Date | null {
  if (order.status !== 'completed' || order.completedAt === null) return null;
  return new Date(order.completedAt.getTime() + order.terms.silenceDays * dayMs);
}

/** What the clock does next to an order, and when; null when it does nothing. */
export function nextDeadline(
  order: DeadlineFields,
): { readonly action: 'warn' | 'escalate' | 'lapse'; readonly at: Date } | null {
  const lapse = lapsesAtOf(order);
  if (lapse) return { action: 'lapse', at: lapse };
  if (!awaitsAcceptance(order.status)) return null;
  if (order.warnedAt === null) return { action: 'warn', at: warnAtOf(order) };
  const escalate = escalateAtOf(order);
  return escalate && { action: 'escalate', at: escalate };
}
