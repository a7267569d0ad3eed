import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { isDue, notDue } from '../due';
import type { MoveContext, MoveEffect } from '../effect';
import { closing } from '../closing';

/** Silence closes it as unrated: no rating, no points, neither satisfied nor dissatisfied. */
export function lapse(order: OrderState, context: MoveContext): Result<MoveEffect> {
  if (!isDue(order, 'lapse', context)) return notDue;
  return { ok: true, data: { change: closing(order, 'unrated', context.at) } };
}
