import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { isDue, notDue } from '../due';
import type { MoveContext, MoveEffect } from '../effect';
import { closing } from '../closing';
import { waitOf } from '../waits';

/**
 * Silence closes it as unrated: no rating, no points, neither satisfied nor dissatisfied. Whoever could never be asked
 * was not silent: that is unreachable.
 */
export function lapse(order: OrderState, context: MoveContext): Result<MoveEffect> {
  if (!isDue(order, 'lapse', context)) return notDue;
  const outcome = waitOf(order) === 'unreachable' ? 'unreachable' : 'unrated';
  return { ok: true, data: { change: closing(order, outcome, context.at) } };
}
