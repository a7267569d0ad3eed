import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { appointmentFault, begunHours, isMissed } from '../appointment';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { changeOf, seatOf, withSeat } from '../seats';

/**
 * Whoever goes says at which hours of which day; said anew, the hours move. Hours that had begun are remembered, so
 * that nobody who was not there gives it back without blame; those that are over move no more: the door was waited at.
 */
export function appoint(
  order: OrderState,
  { appointment }: CommandFor<'appoint'>,
  { actor, at }: MoveContext,
): Result<MoveEffect> {
  const seat = seatOf(order, actor?.personId ?? '');
  if (!seat || seat.finishedAt || seat.arrivedAt) return { ok: false, code: 'WRONG_STATUS' };
  if (isMissed(seat, at)) return { ok: false, code: 'HOURS_OVER' };
  const field = appointmentFault(appointment, order.terms, at);
  if (field) return { ok: false, code: 'INVALID_INPUT', field };
  return {
    ok: true,
    data: { change: changeOf(withSeat(order, seat.personId, { appointment, ...begunHours(seat, at) })) },
  };
}
