import { waitingOf, type DeadlineFields } from './deadlines';
import { awaitsAcceptance } from './lifecycle';
import type { ListedOrder } from '../document/order';

type Ranked = Pick<ListedOrder, '_id' | 'urgent' | 'createdAt'> & DeadlineFields;

/**
 * Sorts what has to be done first to the top, and is unique: emergencies, the oldest first; then whose promised time
 * ends soonest (the broken ones before all, those in hand among them); then what somebody is at already, the oldest
 * first.
 */
export function rankKeyOf(order: Ranked): string {
  const { until, escalation } = waitingOf(order) ?? { until: order.createdAt, escalation: 0 };
  if (!awaitsAcceptance(order.status))
    return escalation > 0 ? rankKey(2, until, order) : rankKey(3, order.createdAt, order);
  return order.urgent ? rankKey(1, order.createdAt, order) : rankKey(2, until, order);
}

function rankKey(group: number, at: Date, { _id }: Ranked): string {
  return `${group}:${at.toISOString()}:${_id}`;
}

export function byUrgency(one: Pick<ListedOrder, 'rankKey'>, other: Pick<ListedOrder, 'rankKey'>): number {
  return one.rankKey < other.rankKey ? -1 : 1;
}
