import { dayText } from '../../time/shanghai';
import { waitingOf, type DeadlineFields } from './deadlines';
import { awaitsAcceptance } from './lifecycle';
import type { ListedOrder } from '../document/order';

type Ranked = Pick<ListedOrder, '_id' | 'urgent' | 'createdAt' | 'requester'> & DeadlineFields;

/**
 * Sorts what has to be done first to the top, and is unique: emergencies, the oldest first; then whose promised time
 * ends soonest (the broken ones before all, those in hand among them); then what somebody is at already, the oldest
 * first. Of emergencies, and of what ends on the same day, that of people who live alone comes first.
 */
export function rankKeyOf(order: Ranked): string {
  const { until, escalation } = waitingOf(order) ?? { until: order.createdAt, escalation: 0 };
  if (!awaitsAcceptance(order.status))
    return escalation > 0 ? promisedKey(until, order) : `3:${momentKey(order.createdAt, order)}`;
  return order.urgent ? `1:${aloneKey(order)}:${momentKey(order.createdAt, order)}` : promisedKey(until, order);
}

function promisedKey(until: Date, order: Ranked): string {
  return `2:${dayText(until)}:${aloneKey(order)}:${momentKey(until, order)}`;
}

function aloneKey({ requester }: Ranked): '0' | '1' {
  return requester.kind === 'alone' ? '0' : '1';
}

function momentKey(at: Date, { _id }: Ranked): string {
  return `${at.toISOString()}:${_id}`;
}

export function byUrgency(one: Pick<ListedOrder, 'rankKey'>, other: Pick<ListedOrder, 'rankKey'>): number {
  return one.rankKey < other.rankKey ? -1 : 1;
}
