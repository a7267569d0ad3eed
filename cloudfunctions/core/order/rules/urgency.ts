import { deadlineOf } from './deadlines';
import { awaitsAcceptance } from './lifecycle';
import type { ListedOrder } from '../document/order';

type Waiting = Pick<
  ListedOrder,
  | '_id'
  | 'status'
  | 'urgent'
  | 'createdAt'
  | 'terms'
  | 'clockStartedAt'
  | 'dispatchedAt'
  | 'acceptBy'
  | 'warnedAt'
  | 'escalation'
  | 'completedAt'
>;

/**
 * Sorts what has to be done first to the top, and is unique: emergencies, the oldest first; then whose promised time
 * ends soonest (the broken ones before all); then what somebody is at already, the oldest first.
 */
export function rankKeyOf(order: Waiting): string {
  if (!awaitsAcceptance(order.status)) return rankKey(3, order.createdAt, order);
  return order.urgent ? rankKey(1, order.createdAt, order) : rankKey(2, deadlineOf(order), order);
}

function rankKey(group: number, at: Date, { _id }: Waiting): string {
  return `${group}:${at.toISOString()}:${_id}`;
}

export function byUrgency(one: Pick<ListedOrder, 'rankKey'>, other: Pick<ListedOrder, 'rankKey'>): number {
  return one.rankKey < other.rankKey ? -1 : 1;
}
