import type { Result } from '../../../platform/result';
import type { OrderState, Offer } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { returned } from '../returned';
import { askNext, holdersOf } from '../seats';

/**
 * The last decline of a round is a return, unless the pool still holds it or somebody is at it. Where a seat was kept
 * for them, whoever comes next is asked.
 */
export function decline(
  order: OrderState,
  command: CommandFor<'decline'>,
  { actor, at }: MoveContext,
): Result<MoveEffect> {
  const { reason, note } = command;
  const personId = actor?.personId;
  const answered = order.offers.map((offer): Offer =>
    offer.personId === personId && (offer.state === 'open' || offer.state === 'waiting')
      ? { ...offer, state: 'declined', reason }
      : offer,
  );
  const offers = askNext(order, holdersOf(order).length, answered, at);
  const roundGoesOn = order.assignee !== null || order.pool || offers.some((offer) => offer.state === 'open');
  const change = roundGoesOn ? { offers } : { offers, ...returned(order) };
  return { ok: true, data: { change, line: { reason, note } } };
}
