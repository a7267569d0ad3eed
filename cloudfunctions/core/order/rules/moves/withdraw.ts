import type { Result } from '../../../platform/result';
import type { OrderState, Offer } from '../../document/order';
import type { CommandFor } from '../command';
import { freshClock } from '../deadlines';
import type { MoveContext, MoveEffect } from '../effect';
import { givenUpWish, sentAnew } from '../returned';
import { askNext, holdersOf, seatOf } from '../seats';
import { leaveSeat } from './leave-seat';

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
    offer.personId === personId && ['open', 'waiting', 'accepted'].includes(offer.state);
  const seat = seatOf(order, personId);
  // What they did stays theirs, though others are still at it.
  if (seat?.finishedAt || (!seat && !order.offers.some(isTheirs))) return { ok: false, code: 'NOT_OFFERED' };
  if (seat) {
    const left = { personId, state: 'lapsed', at } as const;
    return { ok: true, data: { change: leaveSeat(order, left, () => leftBy(order, at)) } };
  }
  const rest = order.offers.map((offer): Offer => (isTheirs(offer) ? { ...offer, state: 'lapsed' } : offer));
  const offers = askNext(order, holdersOf(order).length, rest, at);
  const isSent = order.assignee !== null || order.pool || offers.some(({ state }) => state === 'open');
  const status = order.assignee ? 'accepted' : 'dispatched';
  return { ok: true, data: { change: isSent ? { status, offers } : { offers, ...sentAnew } } };
}

/** A wish is in the pool again; anything else is to be sent anew. */
function leftBy(order: OrderState, at: Date) {
  return { ...sentAnew, ...freshClock(at), ...givenUpWish(order, at) };
}
