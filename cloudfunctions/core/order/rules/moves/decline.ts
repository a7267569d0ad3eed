import type { Result } from '../../../platform/result';
import type { OrderState, Offer } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { returned } from '../returned';

/** The last decline of a round is a return, unless the pool still holds it. */
export function decline(order: OrderState, command: CommandFor<'decline'>, context: MoveContext): Result<MoveEffect> {
  const { reason, note } = command;
  const personId = context.actor?.personId;
  const offers = order.offers.map((offer): Offer =>
    offer.personId === personId && offer.state === 'open' ? { ...offer, state: 'declined', reason } : offer,
  );
  const roundGoesOn = order.pool || offers.some((offer) => offer.state === 'open');
  const change = roundGoesOn ? { offers } : { offers, ...returned(order) };
  return { ok: true, data: { change, line: { reason, note } } };
}
