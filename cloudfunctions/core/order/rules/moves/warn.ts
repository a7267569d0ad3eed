import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { Standing, Outcome } from '../effect';
import { isDue, notDue } from '../due';

export function warn(order: OrderState, standing: Standing): Result<Outcome> {
  if (!isDue(order, 'warn', standing)) return notDue;
  return { ok: true, data: { change: { warnedAt: standing.at } } };
}
