import type { OrderState } from '../document/order';
import { nextDeadline, type TimedAction } from './deadlines';
import type { MoveContext } from './effect';

/** The clock's moves are due or they are refused, so that a timer may fire twice, early or late. */
export function isDue(order: OrderState, action: TimedAction, context: MoveContext): boolean {
  const next = nextDeadline(order);
  return next?.action === action && next.at.getTime() <= context.at.getTime();
}

export const notDue = { ok: false, code: 'WRONG_STATUS' } as const;
