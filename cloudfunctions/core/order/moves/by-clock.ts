import type { Result } from '../../platform/result';
import { nextByClock } from '../clock';
import type { OrderState } from '../order';
import type { Outcome, Standing } from '.';
import { closing } from './closing';

/** The clock's moves are due or they are refused, so that a timer may fire twice, early or late. */
function isDue(order: OrderState, action: 'warn' | 'escalate' | 'lapse', standing: Standing): boolean {
  const next = nextByClock(order);
  return next?.action === action && next.at.getTime() <= standing.at.getTime();
}

const notDue = { ok: false, code: 'WRONG_STATUS' } as const;

export function warn(order: OrderState, standing: Standing): Result<Outcome> {
  if (!isDue(order, 'warn', standing)) return notDue;
  return { ok: true, data: { change: { warnedAt: standing.at } } };
}

/** One level further: 1 grid worker, 2 grid leader, 3 secretary. `count` in the trail is the level. */
export function escalate(order: OrderState, standing: Standing): Result<Outcome> {
  if (!isDue(order, 'escalate', standing)) return notDue;
  const escalation = order.escalation + 1;
  return { ok: true, data: { change: { escalation, late: true }, line: { count: escalation } } };
}

/** Silence closes it as unrated: no rating, no points, neither satisfied nor dissatisfied. */
export function lapse(order: OrderState, standing: Standing): Result<Outcome> {
  if (!isDue(order, 'lapse', standing)) return notDue;
  return { ok: true, data: { change: closing(order, 'unrated', standing.at) } };
}
