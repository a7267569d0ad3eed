import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { isDue, notDue } from '../due';
import type { MoveContext, MoveEffect } from '../effect';

/** One level further: 1 grid worker, 2 grid leader, 3 secretary. `count` in the trail is the level. */
export function escalate(order: OrderState, context: MoveContext): Result<MoveEffect> {
  if (!isDue(order, 'escalate', context)) return notDue;
  const { stageClock } = order;
  const escalation = (stageClock ?? order).escalation + 1;
  const change = stageClock ? { stageClock: { ...stageClock, escalation } } : { escalation, late: true };
  return { ok: true, data: { change, line: { count: escalation } } };
}
