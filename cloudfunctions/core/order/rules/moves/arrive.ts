import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { mayArrive } from '../appointment';
import type { MoveContext, MoveEffect } from '../effect';
import { changeOf, seatOf, withSeat } from '../seats';

/** At the door, at the hours that were named: nobody is absent who says so. */
export function arrive(order: OrderState, { actor, at }: MoveContext): Result<MoveEffect> {
  const seat = seatOf(order, actor?.personId ?? '');
  if (!seat?.appointment || seat.finishedAt || seat.arrivedAt) return { ok: false, code: 'WRONG_STATUS' };
  if (!mayArrive(seat.appointment, at)) return { ok: false, code: 'TOO_EARLY' };
  return { ok: true, data: { change: changeOf(withSeat(order, seat.personId, { arrivedAt: at })) } };
}
