import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { freshClock } from '../deadlines';
import { isDue, notDue } from '../due';
import type { MoveContext, MoveEffect } from '../effect';
import { listedWish } from '../wish';

/** A Saturday ended and nobody claimed it: it stays in the pool for the next one. */
export function relist(order: OrderState, context: MoveContext): Result<MoveEffect> {
  if (!isDue(order, 'relist', context)) return notDue;
  return { ok: true, data: { change: listedWish(context.at, (order.published?.listed ?? 0) + 1) } };
}

/** Nobody claimed it on all its Saturdays: it leaves the pool, and whoever looks after the place finds another way. */
export function expire(order: OrderState, context: MoveContext): Result<MoveEffect> {
  if (!isDue(order, 'expire', context)) return notDue;
  return { ok: true, data: { change: { pool: false, ...freshClock(context.at) } } };
}
