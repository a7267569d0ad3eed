import type { Result } from '../../../platform/result';
import type { Assignee, Evidence, OrderState } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import type { OrderChange } from '../evolve';
import { areFinished, changeOf, holdersOf, seatOf, withSeat } from '../seats';
import { finishing } from './leave-seat';
import { isBeforeSaturday } from '../wish';

/** Wrong codes that an order bears; then other evidence is due. */
export const maxCodeAttempts = 5;

/** Needs one piece of evidence (S2-13): photos, the code, a call with a word about it, or a record (S2-18). */
export function complete(order: OrderState, command: CommandFor<'complete'>, context: MoveContext): Result<MoveEffect> {
  const { claim } = command;
  const seat = seatOf(order, context.actor?.personId ?? '');
  if (!seat || seat.finishedAt) return { ok: false, code: 'WRONG_STATUS' };
  if (isBeforeSaturday(order, context.at)) return { ok: false, code: 'BEFORE_SATURDAY' };
  if (claim.kind === 'photo' && claim.evidence.photos.length === 0)
    return { ok: false, code: 'EVIDENCE_NEEDED', field: 'evidence.fileIds' };
  if ((claim.kind === 'phone' || claim.kind === 'record') && claim.evidence.note === null)
    return { ok: false, code: 'EVIDENCE_NEEDED', field: 'evidence.note' };
  if (claim.kind === 'code') {
    if (order.finishAttempts >= maxCodeAttempts) return { ok: false, code: 'CODE_USED_UP', field: 'evidence.code' };
    const left = Math.max(0, maxCodeAttempts - order.finishAttempts - 1);
    if (claim.code !== order.finishCode) return { ok: false, code: 'WRONG_CODE', field: 'evidence.code', left };
  }
  const { kind, note } = claim.evidence;
  return { ok: true, data: { change: doneBy(order, seat, claim.evidence, context.at), line: { reason: kind, note } } };
}

/** Each helper has evidence of their own; the last of those who are at it completes the order. */
function doneBy(order: OrderState, { personId }: Assignee, evidence: Evidence, at: Date): OrderChange {
  const others = holdersOf(order).filter((one) => one.personId !== personId);
  const tried = order.triedOn && { triedOn: [] };
  if (others.length === 0)
    return { evidence, completedAt: at, ...(order.capacity > 1 && finishing(order.offers, at)), ...tried };
  const seats = withSeat(order, personId, { evidence, finishedAt: at });
  if (!areFinished(seats)) return { status: 'accepted', ...changeOf(seats) };
  return { ...changeOf(seats), ...finishing(order.offers, at), ...tried };
}
