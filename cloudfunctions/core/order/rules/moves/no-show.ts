import type { Result } from '../../../platform/result';
import type { NoShow, OrderState } from '../../document/order';
import { firstAbsence } from '../appointment';
import { freshClock } from '../deadlines';
import { isDue, notDue } from '../due';
import type { MoveContext, MoveEffect } from '../effect';
import { givenUpWish, returned } from '../returned';
import { leaveSeat } from './leave-seat';

/** More than these say nothing new of an order. */
const recordLimit = 20;

/** Whoever had said when they come did not, and said nothing: it is recorded, and their seat is free again. */
export function noShow(order: OrderState, context: MoveContext): Result<MoveEffect> {
  const missed = firstAbsence(order);
  if (!missed?.seat.appointment || !isDue(order, 'noShow', context)) return notDue;
  const { at } = context;
  const { personId, name, appointment } = missed.seat;
  const change = leaveSeat(order, { personId, state: 'absent', at }, () => ({
    ...returned(order),
    ...(order.promiseKept && freshClock(at)),
    ...givenUpWish(order, at),
  }));
  const isReturn = change.returns !== undefined;
  const record: NoShow = { personId, name, ...appointment, at, ...(isReturn && { returned: true }) };
  const noShows = [...order.noShows, record].slice(-recordLimit);
  return { ok: true, data: { change: { ...change, noShows }, line: { note: name } } };
}
