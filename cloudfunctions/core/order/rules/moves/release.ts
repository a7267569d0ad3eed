import type { Result } from '../../../platform/result';
import type { Assignee, OrderState } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { freshClock } from '../deadlines';
import { givenUpWish, returned, sentAnew } from '../returned';
import { seatOf } from '../seats';
import { leaveSeat } from './leave-seat';

/**
 * Given back: a return where nobody else is at it, whose clock goes on, unless it had been done and was to be done
 * again. Before the hours that were named it is no return, unless others had been missed before. A wish is in the pool
 * again, for the Saturday that comes.
 */
export function release(order: OrderState, command: CommandFor<'release'>, context: MoveContext): Result<MoveEffect> {
  const { reason, note } = command;
  const personId = context.actor?.personId;
  const seat = seatOf(order, personId ?? '');
  if (!seat || seat.finishedAt) return { ok: false, code: 'WRONG_STATUS' };
  const change = leaveSeat(order, { personId: seat.personId, state: 'released', reason, at: context.at }, () => ({
    ...(isBefore(seat, context.at) ? sentAnew : returned(order)),
    ...(order.promiseKept && freshClock(context.at)),
    ...givenUpWish(order, context.at),
  }));
  return { ok: true, data: { change, line: { reason, note } } };
}

/** Nobody is blamed who says before the hours that they had named that they cannot come. */
function isBefore({ appointment, missed }: Assignee, at: Date): boolean {
  return missed === undefined && appointment !== undefined && at.getTime() < appointment.from.getTime();
}
