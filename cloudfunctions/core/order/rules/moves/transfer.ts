import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { ended } from '../closing';
import { changeOf, hasFinishedPart } from '../seats';

/**
 * Handed to somebody outside, such as the city's hotline: nobody here goes any more, and the order stays open until
 * their answer is entered (docs/adr/0055-a-transfer-stays-open.md). Where somebody has done their part it is not: what
 * they did stays theirs, and once the others are taken off it is for the requester to say.
 */
export function transfer(order: OrderState, command: CommandFor<'transfer'>, context: MoveContext): Result<MoveEffect> {
  const { to, note } = command;
  if (hasFinishedPart(order)) return { ok: false, code: 'PART_DONE' };
  return {
    ok: true,
    data: {
      change: {
        transferredTo: to,
        transferredAt: context.at,
        offers: ended(order.offers).map((offer) =>
          offer.state === 'accepted' ? { ...offer, state: 'lapsed' } : offer,
        ),
        ...changeOf([]),
        pool: false,
      },
      line: { reason: to, note },
    },
  };
}
