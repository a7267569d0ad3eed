import { deadlineOf } from './deadlines';
import { awaitsAcceptance } from './lifecycle';
import type { ListedOrder } from '../document/order';

type Waiting = Pick<
  ListedOrder,
  | 'status'
  | 'urgent'
  | 'createdKey'
  | 'terms'
  | 'clockStartedAt'
  | 'dispatchedAt'
  | 'acceptBy'
  | 'warnedAt'
  | 'escalation'
  | 'completedAt'
>;

/**
 * Sorts what has to be done first to the top: an emergency, then whose promised time ends soonest (the broken ones
 * before all), then what somebody is at already, newest first.
 */
export function byUrgency(one: Waiting, other: Waiting): number {
  return rankOf(one) - rankOf(other) || (one.createdKey < other.createdKey ? 1 : -1);
}

function rankOf(order: Waiting): number {
  if (!awaitsAcceptance(order.status)) return Number.MAX_SAFE_INTEGER;
  return order.urgent ? 0 : deadlineOf(order).getTime();
}
