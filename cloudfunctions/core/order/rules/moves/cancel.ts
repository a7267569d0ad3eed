import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { CommandOf } from '../command';
import type { Standing, Outcome } from '../effect';
import { closing } from '../closing';

export function cancel(order: OrderState, command: CommandOf<'cancel'>, standing: Standing): Result<Outcome> {
  return {
    ok: true,
    data: { change: closing(order, 'cancelled', standing.at), line: { reason: command.reason, note: command.note } },
  };
}
