import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { CommandOf } from '../command';
import type { Standing, Outcome } from '../effect';
import { closing } from '../closing';

/** The other order goes on for both. */
export function merge(order: OrderState, command: CommandOf<'merge'>, standing: Standing): Result<Outcome> {
  if (command.intoId === order._id) return { ok: false, code: 'INVALID_INPUT', field: 'intoId' };
  return { ok: true, data: { change: { ...closing(order, 'merged', standing.at), mergedInto: command.intoId } } };
}
