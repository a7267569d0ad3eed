import type { OrderOutcome } from '../../../../miniprogram/contracts/order';
import type { Offer, OrderState } from '../document/order';
import type { OrderChange } from './evolve';

/** What every end has in common: nobody waits for it any more. */
export function closing(order: OrderState, outcome: OrderOutcome, at: Date): OrderChange {
  return { outcome, closedAt: at, ruling: false, offers: ended(order.offers) };
}

/** Offers after the end: nobody is asked, and nobody waits for a seat. */
export function ended(offers: readonly Offer[]): readonly Offer[] {
  return lapsed(offers).map((offer) => (offer.state === 'waiting' ? { ...offer, state: 'lapsed' } : offer));
}

/** Open offers after somebody else was faster. */
export function lapsed(offers: readonly Offer[]): readonly Offer[] {
  return offers.map((offer) => (offer.state === 'open' ? { ...offer, state: 'lapsed' } : offer));
}
