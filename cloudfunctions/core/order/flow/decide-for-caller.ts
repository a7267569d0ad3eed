import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { SignedIn } from '../../access/caller';
import { refuse, type Refusal, type Result } from '../../platform/result';
import type { CommandContext, OrderCommand } from '../rules/command';
import { decide } from '../rules/decide';
import type { OrderEvent } from '../rules/evolve';
import type { Order } from '../document/order';
import { orderActor } from './order-actor';
import { visibilityOf } from '../rules/visibility';

/** Refusals that would tell of an order which somebody may not see. */
const hidden: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['FORBIDDEN', 'REQUESTER_CONFIRMS', 'UNINVOLVED_NEEDED']);

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
  if (hidden.has(decided.code) && !visibilityOf(order, orderActor(caller))) return refuse('NOT_FOUND', 'orderId');
  return withField(decided);
}

function withField(refusal: Refusal): Refusal {
  switch (refusal.code) {
    case 'STALE_VERSION':
      return refuse(refusal.code, 'version');
    case 'FORBIDDEN':
    case 'REQUESTER_CONFIRMS':
    case 'UNINVOLVED_NEEDED':
    case 'NOT_OFFERED':
    case 'OWN_ORDER':
      return refuse(refusal.code, 'orderId');
    default:
      return refusal;
  }
}
