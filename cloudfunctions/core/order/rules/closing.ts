import type { OrderOutcome } from '../../../../miniprogram/contracts/order';
import type { Offer, OrderState } from '../document/order';
import type { OrderChange } from './evolve';

/** What every end has in common: nobody waits for it any more. */
export function closing(order: OrderState, outcome: OrderOutcome, at: Date): OrderChange {
  return { outcome, closedAt: at, ruling: false, offers: lapsed(order.offers) };
}

/** Open offers after somebody else was faster, or after the end. */
export function lapsed(offers: readonly Offer[]): readonly Offer[] {
  return offers.map((offer) => (offer.state === 'open' ? { ...offer, state: 'lapsed' } : offer));
}
