import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { closing } from '../closing';

/** The other order goes on for both. */
export function merge(order: OrderState, command: CommandFor<'merge'>, context: MoveContext): Result<MoveEffect> {
  if (command.intoId === order._id) return { ok: false, code: 'INVALID_INPUT', field: 'intoId' };
  return { ok: true, data: { change: { ...closing(order, 'merged', context.at), mergedInto: command.intoId } } };
}
