import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { freshClock } from '../deadlines';
import { isDue, notDue } from '../due';
import type { MoveContext, MoveEffect } from '../effect';

/** The courtyard's head said nothing in time: the errand is the grid worker's, under a clock of its own (S1-17). */
export function passOn(order: OrderState, context: MoveContext): Result<MoveEffect> {
  if (!order.headTurn || !isDue(order, 'passOn', context)) return notDue;
  const headTurn = { ...order.headTurn, state: 'silent' } as const;
  return { ok: true, data: { change: { headTurn, ...freshClock(context.at) } } };
}
