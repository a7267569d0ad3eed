import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { MoveEffect } from '../effect';

/**
 * The requester wants it seen by nobody but those who serve them: it leaves the pool, neighbours who had joined drop
 * out, and whoever asked in an order of their own follows it without its words. Where only the pool had it, it is to be
 * dispatched again, under the clock that runs; that is nobody's return.
 */
export function makePrivate(order: OrderState): Result<MoveEffect> {
  if (order.private) return { ok: false, code: 'WRONG_STATUS' };
  const isAsked = order.offers.some(({ state }) => state === 'open');
  const change = {
    private: true,
    pool: false,
    joined: order.joined.filter(({ mergedFrom }) => mergedFrom !== undefined),
    ...(order.status === 'dispatched' && !isAsked && { status: 'submitted' as const }),
  };
  return { ok: true, data: { change } };
}
