import type { OrderState, TrailLine, Order } from '../document/order';
import { withIndexFields } from '../document/index-fields';
import { handlersAfter } from './handlers';

type Fixed =
  | '_id'
  | 'communityId'
  | 'number'
  | 'createdAt'
  | 'updatedAt'
  | 'version'
  | 'trail'
  | 'handlerIds'
  | 'terms'
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
    trail: [...order.trail, event.line],
    handlerIds: handlersAfter(order.handlerIds, event.line),
    version: order.version + 1,
    updatedAt: event.line.at,
  });
}
