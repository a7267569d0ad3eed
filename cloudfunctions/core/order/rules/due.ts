import type { OrderState } from '../document/order';
import { nextByClock } from './deadlines';
import type { Standing } from './effect';

/** The clock's moves are due or they are refused, so that a timer may fire twice, early or late. */
export function isDue(order: OrderState, action: 'warn' | 'escalate' | 'lapse', standing: Standing): boolean {
  const next = nextByClock(order);
  return next?.action === action && next.at.getTime() <= standing.at.getTime();
}

export const notDue = { ok: false, code: 'WRONG_STATUS' } as const;
