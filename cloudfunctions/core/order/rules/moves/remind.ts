import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { MoveContext, MoveEffect } from '../effect';

/** The same person reminds once in so long; more would only fill the trail. */
const remindAgainMs = 4 * 3_600_000;

/** Changes nothing but the trail; whose turn it is gets told. */
export function remind(order: OrderState, context: MoveContext): Result<MoveEffect> {
  const { actor, at } = context;
  const last = order.trail.filter((line) => line.action === 'remind' && line.by?.personId === actor?.personId).at(-1);
  if (last && at.getTime() - last.at.getTime() < remindAgainMs) return { ok: false, code: 'TOO_MANY' };
  return { ok: true, data: { change: {} } };
}
