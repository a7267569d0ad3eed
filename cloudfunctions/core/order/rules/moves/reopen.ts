import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { CommandOf } from '../command';
import type { Outcome } from '../effect';

/** Not solved: back to the same person, with a new code, and the secretary is told. */
export function reopen(order: OrderState, command: CommandOf<'reopen'>): Result<Outcome> {
  const { words, finishCode } = command;
  const change = { reopened: order.reopened + 1, finishCode, finishAttempts: 0, evidence: null, completedAt: null };
  return { ok: true, data: { change, line: { note: words } } };
}
