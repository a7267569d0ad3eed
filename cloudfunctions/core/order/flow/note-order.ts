import type { OrderView } from '../../../../miniprogram/contracts/order';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { refuse, type Result } from '../../platform/result';
import type { BesideMoves } from '../document/beside';
import { withIndexFields } from '../document/index-fields';
import { orders, requestsOf, type Order } from '../document/order';
import { repeatRequestLimit } from '../rules/trail';
import { findOrder } from './find-order';
import { writeMove } from './order-store';
import { presentOrder } from './present-order';

/** So often a note is written again that moves of the same moment left allowed. */
const maxWrites = 8;

/**
 * Notes something on an order beside its moves: it leads nowhere, takes no step of the trail, and leaves the version
 * alone, so that whoever looks at an older page can still act. One read and one write beside the login's read.
 */
export async function noteOnOrder(
  context: Context,
  caller: SignedIn,
  orderId: string,
  note: (order: Order) => Result<BesideMoves>,
): Promise<Result<OrderView>> {
  let found = await findOrder(context, caller, orderId);
  for (let writes = 0; writes < maxWrites && found.ok; writes += 1) {
    const before = found.data;
    const replay = replayOf(requestsOf(before), context.request, () => before);
    if (replay) return replay.ok ? presentOrder(context, caller, replay.data) : replay;
    const noted = note(before);
    if (!noted.ok) return noted;
    const after = withNote(before, noted.data, context);
    if (await writeMove(context, before, after)) return presentOrder(context, caller, after);
    const current = await context.database.get(orders, orderId);
    found = current ? { ok: true, data: current } : refuse('NOT_FOUND', 'orderId');
  }
  return found.ok ? refuse('BUSY') : found;
}

function withNote(order: Order, noted: BesideMoves, { request, clock }: Context): Order {
  return {
    ...order,
    ...withIndexFields({
      ...order,
      ...noted,
      repeatRequests: [...order.repeatRequests, request].slice(-repeatRequestLimit),
      revision: order.revision + 1,
      updatedAt: clock.now(),
    }),
  };
}
