import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveEffect } from '../effect';

/** Not solved: back to the same person, with a new code, and the secretary is told. */
export function reopen(order: OrderState, command: CommandFor<'reopen'>): Result<MoveEffect> {
  const { words, finishCode } = command;
  const change = {
    reopened: order.reopened + 1,
    promiseKept: true,
    finishCode,
    finishAttempts: 0,
    evidence: null,
    completedAt: null,
  };
  return { ok: true, data: { change, line: { note: words } } };
}
