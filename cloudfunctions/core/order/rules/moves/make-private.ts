import type { Result } from '../../../platform/result';
import type { Offer, OrderState } from '../../document/order';
import { isKeptFrom } from '../head-turn';
import type { MoveEffect } from '../effect';

/**
 * The requester wants it seen by nobody but those who serve them: it leaves the pool, neighbours who had joined drop
 * out, and whoever asked in an order of their own follows it without its words. Where only the pool had it, it is to be
 * dispatched again, under the clock that runs; that is nobody's return. The head of its courtyard is asked no more.
 */
export function makePrivate(order: OrderState): Result<MoveEffect> {
  if (order.private) return { ok: false, code: 'WRONG_STATUS' };
  const isKept = (offer: Offer) => offer.state === 'open' && isKeptFrom(offer, { ...order, private: true });
  const offers = order.offers.map((offer): Offer => (isKept(offer) ? { ...offer, state: 'lapsed' } : offer));
  const isAsked = offers.some(({ state }) => state === 'open');
  const change = {
    private: true,
    pool: false,
    offers,
    joined: order.joined.filter(({ mergedFrom }) => mergedFrom !== undefined),
    ...(order.status === 'dispatched' && !isAsked && { status: 'submitted' as const }),
  };
  return { ok: true, data: { change } };
}
