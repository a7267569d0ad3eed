import type { Result } from '../../../platform/result';
import type { Offer, OrderState } from '../../document/order';
import { isDue, notDue } from '../due';
import type { MoveContext, MoveEffect } from '../effect';
import { sentAnew } from '../returned';
import { askNext, firstAnswer, holdersOf } from '../seats';

/** A seat was kept for somebody who did not answer in time: whoever waits behind them is asked. */
export function passSeat(order: OrderState, context: MoveContext): Result<MoveEffect> {
  const late = firstAnswer(order);
  if (!late || !isDue(order, 'passSeat', context)) return notDue;
  const rest = order.offers.map((offer): Offer => (offer === late.offer ? { ...offer, state: 'lapsed' } : offer));
  const offers = askNext(order, holdersOf(order).length, rest, context.at);
  const isSent = order.assignee !== null || order.pool || offers.some(({ state }) => state === 'open');
  const change = isSent ? { status: order.status, offers } : { offers, ...sentAnew };
  return { ok: true, data: { change, line: { note: late.offer.name } } };
}
