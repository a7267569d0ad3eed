import type { Context } from '../platform/context';
import { refuse, type Refusal } from '../platform/result';
import type { OrderState } from './order';

/** Whether this call is already in the trail: then it is answered again as things stand; with other input it is refused. */
export function isRepeated(order: OrderState, call: Pick<Context, 'requestId' | 'inputHash'>, personId: string): boolean | Refusal {
  const before = order.trail.find((line) => line.requestId === call.requestId && line.by?.personId === personId);
  if (!before) return false;
  return before.inputHash === call.inputHash ? true : refuse('REQUEST_REUSED', 'requestId');
}
