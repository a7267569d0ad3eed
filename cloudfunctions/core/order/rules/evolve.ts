import type { OrderState, TrailLine, Order } from '../document/order';
import { withIndexFields } from '../document/index-fields';
import { handlersAfter } from './handlers';
import { isQuiet } from './lifecycle';
import { trailAfter } from './trail';

type Fixed =
  | '_id'
  | 'communityId'
  | 'number'
  | 'createdAt'
  | 'updatedAt'
  | 'version'
  | 'revision'
  | 'trail'
  | 'repeatRequests'
  | 'handlerIds'
  | 'branchName';

/** What one move changes. */
export type OrderChange = Partial<Omit<OrderState, Fixed>>;

/** A move that was decided: its line in the trail, and what it changes. */
export interface OrderEvent {
  readonly line: TrailLine;
  readonly change: OrderChange;
}

/** The order after the move. */
export function evolve(order: OrderState, event: OrderEvent): Order {
  return withIndexFields({
    ...order,
    ...event.change,
    ...trailAfter(order, event.line),
    handlerIds: handlersAfter(order.handlerIds, event.line),
    version: isQuiet(event.line.action) ? order.version : order.version + 1,
    revision: order.revision + 1,
    updatedAt: event.line.at,
  });
}
