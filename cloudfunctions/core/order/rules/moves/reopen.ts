import type { Result } from '../../../platform/result';
import type { Helper, OrderState } from '../../document/order';
import { withoutCases } from '../../../moderation/rules/case';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { evidencePart } from '../public-parts';
import { changeOf, seatsOf } from '../seats';
import { claimedWish } from '../wish';

/** They go again: when, they say anew. */
function anew({ personId, name, phone, phoneExtension, openid, staff, acceptedAt }: Helper): Helper {
  return {
    ...{ personId, name, phone, openid, acceptedAt, evidence: null, award: null },
    ...(phoneExtension !== undefined && { phoneExtension }),
    ...(staff && { staff }),
  };
}

/** Not solved: back to the same people, with a new code, and the secretary is told. */
export function reopen(
  order: OrderState,
  command: CommandFor<'reopen'>,
  { at }: Pick<MoveContext, 'at'>,
): Result<MoveEffect> {
  const { words, finishCode } = command;
  const change = {
    reopened: order.reopened + 1,
    promiseKept: true,
    finishCode,
    finishAttempts: 0,
    ...changeOf(seatsOf(order).map(anew)),
    // What was decided about the evidence of last time says nothing of the next.
    ...withoutCases(
      order,
      seatsOf(order).map(({ personId }) => evidencePart(personId)),
    ),
    completedAt: null,
    ...claimedWish(order, at),
  };
  return { ok: true, data: { change, line: { note: words } } };
}
