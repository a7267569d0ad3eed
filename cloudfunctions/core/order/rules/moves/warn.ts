import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { MoveContext, MoveEffect } from '../effect';
import { isDue, notDue } from '../due';

export function warn(order: OrderState, context: MoveContext): Result<MoveEffect> {
  if (!isDue(order, 'warn', context)) return notDue;
  const warnedAt = context.at;
  if (order.question) return { ok: true, data: { change: { question: { ...order.question, warnedAt } } } };
  const change = order.stageClock ? { stageClock: { ...order.stageClock, warnedAt } } : { warnedAt };
  return { ok: true, data: { change } };
}
