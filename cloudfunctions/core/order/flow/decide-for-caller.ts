import type { SignedIn } from '../../access/caller';
import { refuse, type Refusal, type Result } from '../../platform/result';
import type { CommandContext, OrderCommand } from '../rules/command';
import { decide } from '../rules/decide';
import type { OrderEvent } from '../rules/evolve';
import type { Order } from '../document/order';
import { orderActor } from './order-actor';
import { visibilityOf } from '../rules/visibility';

/**
 * The decision as a caller is told it: a refusal names the input that is to blame, and an order of which the caller may
 * see nothing is not found rather than forbidden, so that nobody learns by trying whether it exists.
 */
export function decideForCaller(
  caller: SignedIn,
  order: Order,
  command: OrderCommand,
  context: CommandContext,
): Result<OrderEvent> {
  const decided = decide(order, command, context);
  if (decided.ok || decided.field !== undefined) return decided;
  if (decided.code === 'FORBIDDEN' && !visibilityOf(order, orderActor(caller))) return refuse('NOT_FOUND', 'orderId');
  return withField(decided);
}

function withField(refusal: Refusal): Refusal {
  switch (refusal.code) {
    case 'STALE_VERSION':
      return refuse(refusal.code, 'version');
    case 'FORBIDDEN':
    case 'NOT_OFFERED':
    case 'OWN_ORDER':
      return refuse(refusal.code, 'orderId');
    default:
      return refusal;
  }
}
