import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { freshClock } from '../deadlines';
import type { MoveContext, MoveEffect } from '../effect';

/** The order that this one was merged into ended without solving it: it is to be sent out anew, under a new clock. */
export function restore(order: OrderState, { at }: MoveContext): Result<MoveEffect> {
  if (order.outcome !== 'merged') return { ok: false, code: 'WRONG_STATUS' };
  const change = {
    outcome: null,
    closedAt: null,
    mergedInto: null,
    duplicateKey: null,
    pool: false,
    ...freshClock(at),
  };
  return { ok: true, data: { change } };
}
