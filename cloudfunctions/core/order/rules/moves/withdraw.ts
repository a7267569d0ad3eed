import type { Result } from '../../../platform/result';
import type { OrderState, Offer } from '../../document/order';
import type { CommandFor } from '../command';
import { freshClock } from '../deadlines';
import type { MoveContext, MoveEffect } from '../effect';

/**
 * Whoever was asked or had accepted moved away: nobody's return. What they had accepted is to be sent anew under a new
 * clock; the last offer of a round that lapses leaves it to be sent, under the clock that runs.
 */
export function withdraw(
  order: OrderState,
  { personId }: CommandFor<'withdraw'>,
  { at }: MoveContext,
): Result<MoveEffect> {
  const isTheirs = (offer: Offer) =>
    offer.personId === personId && (offer.state === 'open' || offer.state === 'accepted');
  const hadAccepted = order.assignee?.personId === personId;
  if (!hadAccepted && !order.offers.some(isTheirs)) return { ok: false, code: 'NOT_OFFERED' };
  const offers = order.offers.map((offer): Offer => (isTheirs(offer) ? { ...offer, state: 'lapsed' } : offer));
  const sentAnew = { status: 'submitted', pool: false } as const;
  if (hadAccepted)
    return { ok: true, data: { change: { offers, assignee: null, acceptedAt: null, ...sentAnew, ...freshClock(at) } } };
  const roundGoesOn = order.pool || offers.some(({ state }) => state === 'open');
  return { ok: true, data: { change: roundGoesOn ? { offers } : { offers, ...sentAnew } } };
}
