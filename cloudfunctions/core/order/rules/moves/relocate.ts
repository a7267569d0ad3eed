import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { lapsed } from '../closing';
import { freshClock } from '../deadlines';
import type { MoveContext, MoveEffect } from '../effect';
import type { OrderChange } from '../evolve';
import { isHeadsTurn, turnElsewhere } from '../head-turn';
import type { Relocated } from '../triage';

/**
 * A wrong courtyard is corrected: grid, staff, queues and neighbours' rights are those of the right one from now on;
 * whoever was asked, does it, or joined stays, and so does every promise. An errand is first for the head of the right
 * courtyard. What is wrong at a station is wrong there.
 */
export function relocate(
  order: OrderState,
  { place, worker, leader, secretary, head, note }: Relocated,
  { at }: Pick<MoveContext, 'at'>,
): Result<MoveEffect> {
  if (place.placeId === order.place.placeId) return { ok: false, code: 'INVALID_INPUT', field: 'placeId' };
  if (order.category === 'station') return { ok: false, code: 'WRONG_STATUS' };
  const staff = { place, worker, leader, secretary };
  const isElsewhere = place.courtyardId !== order.place.courtyardId;
  return {
    ok: true,
    data: {
      change: {
        ...staff,
        ...(isElsewhere && turnAfter(order, { ...order, ...staff }, head, at)),
        // The same words of the same number count as the same matter in one courtyard.
        ...(order.duplicateKey && { duplicateKey: null }),
      },
      line: { reason: order.place.label, note },
    },
  };
}

/**
 * Whose turn an errand is in its new courtyard (S1-17). Its head has the whole of their time, also where the head of
 * the wrong one had vouched already and nobody has taken it: then it is to be vouched for again. Somebody who is at it
 * goes on. A clock that was one head's or is another's begins anew; while the requester is asked something, it begins
 * with their answer.
 */
function turnAfter(before: OrderState, moved: OrderState, head: Relocated['head'], at: Date): OrderChange {
  if (head && head.personId === before.headTurn?.head.personId) return {};
  const isRecalled = isWithWorkerAlone(before);
  const status = isRecalled ? 'submitted' : before.status;
  const turn = turnElsewhere({ ...moved, status }, head);
  const isAsked = isHeadsTurn({ ...moved, ...turn, status, dispatchedAt: null });
  if (!isAsked && !isHeadsTurn(before)) return turn;
  const from = before.question?.at ?? at;
  return { ...turn, ...freshClock(from), ...(isAsked && isRecalled && { status, offers: lapsed(before.offers) }) };
}

/** A head vouched for it, and it lies with the grid worker of the wrong place, who has not taken it. */
function isWithWorkerAlone({ kind, status, offers, pool }: OrderState): boolean {
  const open = offers.filter(({ state }) => state === 'open');
  return kind === 'agency' && status === 'dispatched' && !pool && open.every(({ byPost }) => byPost);
}
