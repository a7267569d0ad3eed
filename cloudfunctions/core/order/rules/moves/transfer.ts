import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { CommandOf } from '../command';
import type { Standing, Outcome } from '../effect';
import { closing } from '../closing';

/** Handed to somebody outside, such as the city's hotline. */
export function transfer(order: OrderState, command: CommandOf<'transfer'>, standing: Standing): Result<Outcome> {
  return {
    ok: true,
    data: {
      change: { ...closing(order, 'transferred', standing.at), transferredTo: command.to },
      line: { reason: command.to, note: command.note },
    },
  };
}
