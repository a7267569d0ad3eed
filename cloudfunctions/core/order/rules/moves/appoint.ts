import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { appointmentFault } from '../appointment';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import { changeOf, seatOf, withSeat } from '../seats';

/** Whoever goes says at which hours of which day; said anew, the hours move. */
export function appoint(
  order: OrderState,
  { appointment }: CommandFor<'appoint'>,
  { actor, at }: MoveContext,
): Result<MoveEffect> {
  const seat = seatOf(order, actor?.personId ?? '');
  if (!seat || seat.finishedAt || seat.arrivedAt) return { ok: false, code: 'WRONG_STATUS' };
  const field = appointmentFault(appointment, order.terms, at);
  if (field) return { ok: false, code: 'INVALID_INPUT', field };
  return { ok: true, data: { change: changeOf(withSeat(order, seat.personId, { appointment })) } };
}
