import { byUrgency } from '../../../cloudfunctions/core/order/rules/urgency';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { accept, after, after1, dispatchTo, fresh, hourMs, member, worker } from './sample-orders';

const named = (order: Order, _id: string): Order => ({
  ...order,
  _id,
  createdKey: `${order.createdAt.toISOString()}:${_id}`,
});

test('what is promised soonest comes first, emergencies before all, what is in hand last and newest first', () => {
  const waiting = named(fresh(), 'waiting');
  const dispatched = named(after1(fresh(), worker, dispatchTo(member), after(hourMs)), 'dispatched');
  const inHand = named(after1(dispatched, member, accept), 'in-hand');
  const newer = { ...inHand, _id: 'newer', key: `${inHand.createdKey}~` };
  const urgent = { ...named(fresh(), 'urgent'), urgent: true };
  const older = { ...waiting, _id: 'older', createdAt: after(-9 * hourMs, waiting.createdAt), key: 'a' };
  expect([inHand, dispatched, newer, waiting, urgent, older].sort(byUrgency).map(({ _id }) => _id)).toEqual([
    'urgent',
    'older',
    'waiting',
    'dispatched',
    'newer',
    'in-hand',
  ]);
});
