import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { isAsked } from '../call';
import type { CommandFor } from '../command';
import { freshStage } from '../deadlines';
import type { MoveContext, MoveEffect } from '../effect';

/**
 * Staff called the requester, and this came of it. Whoever was reached after a completion was asked whether it is
 * solved: from then on silence counts.
 */
export function recordCall(
  order: OrderState,
  { result }: CommandFor<'recordCall'>,
  { at }: MoveContext,
): Result<MoveEffect> {
  const line = { reason: result };
  if (result !== 'reached') return { ok: true, data: { change: {}, line } };
  const isNowAsked = order.status === 'completed' && !isAsked(order);
  return { ok: true, data: { change: { reachedAt: at, ...(isNowAsked && { stageClock: freshStage(at) }) }, line } };
}
