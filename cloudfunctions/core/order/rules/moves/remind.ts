import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { defaultRemindAgainHours } from '../../policy';
import type { MoveContext, MoveEffect } from '../effect';
import { lastMadeAt } from '../trail';

/** Changes nothing but the trail; whose turn it is gets told. The same person waits the hours of its terms. */
export function remind(order: OrderState, context: MoveContext): Result<MoveEffect> {
  const { actor, at } = context;
  const own = order.trail.filter((line) => line.action === 'remind' && line.by?.personId === actor?.personId);
  const remindAgainMs = (order.terms.remindAgainHours ?? defaultRemindAgainHours) * 3_600_000;
  const lastMs = Math.max(...own.map((line) => lastMadeAt(line).getTime()));
  if (at.getTime() - lastMs < remindAgainMs)
    return { ok: false, code: 'TOO_MANY', retryAt: new Date(lastMs + remindAgainMs).toISOString() };
  return { ok: true, data: { change: {} } };
}
