import type { Result } from '../../../platform/result';
import { dayText } from '../../../time/shanghai';
import type { OrderState } from '../../document/order';
import { isAsked, isTriedEnough } from '../call';
import type { CommandFor } from '../command';
import { freshStage } from '../stage-clock';
import type { MoveContext, MoveEffect } from '../effect';
import type { OrderChange } from '../evolve';

/**
 * Staff called the requester, and this came of it. Whoever was reached after a completion was asked whether it is
 * solved: from then on silence counts. Calls in vain on enough days end the office's wait, too: a last one begins, at
 * whose end the order closes as unreachable.
 */
export function recordCall(
  order: OrderState,
  { result }: CommandFor<'recordCall'>,
  { at }: MoveContext,
): Result<MoveEffect> {
  const isAsking = order.status === 'completed' && !isAsked(order);
  const line = { reason: result };
  if (result !== 'reached') return { ok: true, data: { change: isAsking ? triedOnce(order, at) : {}, line } };
  return { ok: true, data: { change: { reachedAt: at, ...(isAsking && { stageClock: freshStage(at) }) }, line } };
}

/** Several calls of one day are one try. */
function triedOnce(order: OrderState, at: Date): OrderChange {
  if (isTriedEnough(order)) return {};
  const triedOn = [...new Set([...(order.triedOn ?? []), dayText(at)])];
  return { triedOn, ...(isTriedEnough({ ...order, triedOn }) && { stageClock: freshStage(at) }) };
}
