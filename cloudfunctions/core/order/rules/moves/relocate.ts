import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { MoveEffect } from '../effect';
import type { Relocated } from '../triage';

/**
 * A wrong courtyard is corrected: grid, staff, queues and neighbours' rights are those of the right one from now on;
 * whoever was asked, does it, or joined stays, and so does every promise. What is wrong at a station is wrong there.
 */
export function relocate(order: OrderState, { place, worker, leader, secretary, note }: Relocated): Result<MoveEffect> {
  if (place.placeId === order.place.placeId) return { ok: false, code: 'INVALID_INPUT', field: 'placeId' };
  if (order.category === 'station') return { ok: false, code: 'WRONG_STATUS' };
  return {
    ok: true,
    data: {
      change: {
        place,
        worker,
        leader,
        secretary,
        // Whoever was to vouch is the head of another courtyard.
        ...(order.headTurn && { headTurn: { ...order.headTurn, state: 'skipped' as const } }),
        // The same words of the same number count as the same matter in one courtyard.
        ...(order.duplicateKey && { duplicateKey: null }),
      },
      line: { reason: order.place.label, note },
    },
  };
}
