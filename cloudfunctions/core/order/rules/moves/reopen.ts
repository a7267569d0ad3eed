import type { Result } from '../../../platform/result';
import type { Helper, OrderState } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveEffect } from '../effect';
import { changeOf, seatsOf } from '../seats';

/** They go again: when, they say anew. */
function anew({ personId, name, phone, phoneExtension, openid, staff, acceptedAt }: Helper): Helper {
  return {
    ...{ personId, name, phone, openid, acceptedAt, evidence: null, award: null },
    ...(phoneExtension !== undefined && { phoneExtension }),
    ...(staff && { staff }),
  };
}

/** Not solved: back to the same people, with a new code, and the secretary is told. */
export function reopen(order: OrderState, command: CommandFor<'reopen'>): Result<MoveEffect> {
  const { words, finishCode } = command;
  const change = {
    reopened: order.reopened + 1,
    promiseKept: true,
    finishCode,
    finishAttempts: 0,
    ...changeOf(seatsOf(order).map(anew)),
    completedAt: null,
  };
  return { ok: true, data: { change, line: { note: words } } };
}
