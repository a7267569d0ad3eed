import { refuseUntil, type Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { MoveContext, MoveEffect } from '../effect';
import { lastMadeAt } from '../trail';

/** The same person reminds once in so long. */
const remindAgainMs = 4 * 3_600_000;

/** Changes nothing but the trail; whose turn it is gets told. */
export function remind(order: OrderState, context: MoveContext): Result<MoveEffect> {
  const { actor, at } = context;
  const own = order.trail.filter((line) => line.action === 'remind' && line.by?.personId === actor?.personId);
  const lastMs = Math.max(...own.map((line) => lastMadeAt(line).getTime()));
  if (at.getTime() - lastMs < remindAgainMs) return refuseUntil(new Date(lastMs + remindAgainMs));
  return { ok: true, data: { change: {} } };
}
