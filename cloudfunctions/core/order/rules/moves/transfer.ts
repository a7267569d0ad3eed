import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { closing } from '../closing';

/** Handed to somebody outside, such as the city's hotline. */
export function transfer(order: OrderState, command: CommandFor<'transfer'>, context: MoveContext): Result<MoveEffect> {
  return {
    ok: true,
    data: {
      change: { ...closing(order, 'transferred', context.at), transferredTo: command.to },
      line: { reason: command.to, note: command.note },
    },
  };
}
