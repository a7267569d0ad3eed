import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { closing } from '../closing';

export function cancel(order: OrderState, command: CommandFor<'cancel'>, context: MoveContext): Result<MoveEffect> {
  return {
    ok: true,
    data: { change: closing(order, 'cancelled', context.at), line: { reason: command.reason, note: command.note } },
  };
}
