import type { Result } from '../../../platform/result';
import type { Offer, OrderState } from '../../document/order';
import type { MoveContext, MoveEffect } from '../effect';
import { askNext, holdersOf, seatOf, waitingFor } from '../seats';

/** How many may wait for a seat of one order. */
export const waitingLimit = 10;

/** Would come if a seat got free: last in the list, and asked at once where one is. */
export function standBy(order: OrderState, { actor, at }: MoveContext): Result<MoveEffect> {
  if (!actor || seatOf(order, actor.personId) || order.capacity === 1) return { ok: false, code: 'WRONG_STATUS' };
  if (order.requester.personId === actor.personId) return { ok: false, code: 'OWN_ORDER' };
  if (waitingFor(order).length >= waitingLimit) return { ok: false, code: 'QUEUE_FULL' };
  const { personId, name, phone, openid } = actor;
  const own: Offer = { personId, name, phone, openid, at, state: 'waiting', reason: null };
  const others = order.offers.filter((offer) => offer.personId !== personId || offer.state !== 'lapsed');
  return { ok: true, data: { change: { offers: askNext(order, holdersOf(order).length, [...others, own], at) } } };
}
