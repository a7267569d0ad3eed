import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { CommandFor } from '../command';
import { freshClock } from '../deadlines';
import type { MoveContext, MoveEffect } from '../effect';
import { givenUpWish, sentAnew } from '../returned';
import { seatOf } from '../seats';
import { leaveSeat } from './leave-seat';

/**
 * Staff take somebody off an order who gets no further: it is nobody's return. Others who are at it go on, and whoever
 * waited longest for a seat is asked. Nobody takes themselves off, who may give it back; what somebody did stays
 * theirs.
 */
export function removeHelper(
  order: OrderState,
  { personId, reason }: CommandFor<'removeHelper'>,
  { actor, at }: MoveContext,
): Result<MoveEffect> {
  const seat = seatOf(order, personId);
  if (!seat || seat.finishedAt) return { ok: false, code: 'NOT_FOUND', field: 'personId' };
  if (actor?.personId === personId) return { ok: false, code: 'SECOND_PERSON_NEEDED', field: 'personId' };
  const change = leaveSeat(order, { personId, state: 'removed', reason, at }, () => ({
    ...sentAnew,
    ...(order.promiseKept && freshClock(at)),
    ...givenUpWish(order, at),
  }));
  return { ok: true, data: { change, line: { reason: seat.name, note: reason } } };
}
