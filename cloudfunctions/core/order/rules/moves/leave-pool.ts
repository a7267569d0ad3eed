import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { MoveEffect } from '../effect';
import { sentAnew } from '../returned';

/**
 * Nobody may claim it any more. Whoever was asked by name still is; where nobody was, it is to be sent again, under the
 * clock that runs.
 */
export function leavePool(order: OrderState): Result<MoveEffect> {
  if (!order.pool) return { ok: false, code: 'WRONG_STATUS' };
  const isAsked = order.offers.some(({ state }) => state === 'open');
  if (order.status === 'accepted') return { ok: true, data: { change: { pool: false } } };
  return { ok: true, data: { change: isAsked ? { pool: false, status: 'dispatched' } : sentAnew } };
}
