import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { closing } from '../closing';

/** Before anybody was asked it is refused; afterwards it turned out to be impossible, which only the secretary says. */
export function refuse(order: OrderState, command: CommandFor<'refuse'>, context: MoveContext): Result<MoveEffect> {
  const wasSent = order.trail.some(({ action }) => action === 'dispatch' || action === 'accept');
  const outcome = wasSent ? 'impossible' : 'refused';
  return {
    ok: true,
    data: { change: closing(order, outcome, context.at), line: { reason: command.reason, note: command.note } },
  };
}
