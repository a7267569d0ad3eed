import type { Result } from '../../../platform/result';
import type { OrderState, Offer } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { freshClock } from '../deadlines';
import { returned } from '../returned';

/** Given back: a return, whose clock goes on, unless it had been done and was to be done again. */
export function release(order: OrderState, command: CommandFor<'release'>, context: MoveContext): Result<MoveEffect> {
  const { reason, note } = command;
  const personId = context.actor?.personId;
  const offers = order.offers.map((offer): Offer =>
    offer.personId === personId && offer.state === 'accepted' ? { ...offer, state: 'released', reason } : offer,
  );
  return {
    ok: true,
    data: {
      change: {
        offers,
        assignee: null,
        acceptedAt: null,
        ...returned(order),
        ...(order.promiseKept && freshClock(context.at)),
      },
      line: { reason, note },
    },
  };
}
