import type { OrderState, TrailLine, Order } from '../document/order';
import { withIndexFields } from '../document/index-fields';
import { handlersAfter } from './handlers';
import { freshStage } from './deadlines';
import { hasStageClock, isQuiet } from './lifecycle';
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
    ...stageAfter(order, event),
    ...event.change,
    ...trailAfter(order, event.line),
    handlerIds: handlersAfter(order.handlerIds, event.line),
    version: isQuiet(event.line.action) ? order.version : order.version + 1,
    revision: order.revision + 1,
    updatedAt: event.line.at,
  });
}

/** Each stage in hand, or outside, has a clock of its own, which begins with it. */
function stageAfter({ status }: OrderState, { change, line }: OrderEvent): Pick<OrderState, 'stageClock'> | object {
  if (change.status === undefined || change.status === status) return {};
  return { stageClock: hasStageClock(change.status) ? freshStage(line.at) : null };
}
