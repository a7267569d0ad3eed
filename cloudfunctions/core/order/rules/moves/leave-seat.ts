import type { Offer, OrderState } from '../../document/order';
import { ended, lapsed } from '../closing';
import type { OrderChange } from '../evolve';
import { areFinished, askNext, changeOf, seatOf, seatsOf } from '../seats';

/**
 * A seat without whoever held it: whoever waited longest is asked first. Others who are at it go on, and where they are
 * all done, so is the order.
 * @param state what becomes of the offer that they had accepted
 * @param reason why they gave it back, where they said so
 * @param whenEmpty what becomes of an order that nobody is at any more, and for which nobody is asked
 */
export function leaveSeat(
  order: OrderState,
  { personId, state, reason, at }: LeftSeat,
  whenEmpty: () => OrderChange,
): OrderChange {
  const seats = seatsOf(order).filter((seat) => seat.personId !== personId);
  const accepted = offerOfSeat(order, personId);
  const left = order.offers.map((offer): Offer =>
    offer === accepted ? { ...offer, state, ...(reason && { reason }) } : offer,
  );
  if (areFinished(seats)) return { ...changeOf(seats), ...finishing(left, at) };
  const offers = askNext(order, seats.length, left, at);
  if (seats.length > 0) return { ...changeOf(seats), offers, status: 'accepted' };
  if (offers.some((offer) => offer.state === 'open')) return { ...changeOf(seats), offers, status: 'dispatched' };
  return { ...changeOf(seats), offers: lapsed(offers), ...whenEmpty() };
}

/**
 * The offer by which a seat was accepted: their own, or that of a captain who sent them: one that holds no seat, or a
 * further one of a captain who went, too.
 */
function offerOfSeat({ offers, ...order }: OrderState, personId: string): Offer | undefined {
  const accepted = offers.filter(({ state }) => state === 'accepted');
  const own = accepted.find((offer) => offer.personId === personId);
  const isForAnother = ({ personId: by }: Offer, index: number) =>
    !seatOf(order, by) || accepted.slice(0, index).some((offer) => offer.personId === by);
  return own ?? accepted.find(isForAnother);
}

interface LeftSeat {
  readonly personId: string;
  readonly state: 'released' | 'removed' | 'absent' | 'lapsed';
  readonly reason?: string;
  readonly at: Date;
}

/** Everybody who is at it has done their part: nobody else is needed. */
export function finishing(offers: readonly Offer[], at: Date): OrderChange {
  return { status: 'completed', completedAt: at, offers: ended(offers) };
}
