import { byUrgency } from '../../../../cloudfunctions/core/order/rules/urgency';
import { withIndexFields } from '../../../../cloudfunctions/core/order/document/index-fields';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import { accept, after, after1, dispatchTo, fresh, hourMs, member, worker } from '../sample-orders';

const named = (order: Order, _id: string, more: Partial<Order> = {}): Order =>
  withIndexFields({ ...order, ...more, _id });

test('emergencies come first, oldest first, then what is promised soonest, what is in hand last', () => {
  const waiting = named(fresh(), 'waiting');
  const dispatched = named(after1(fresh(), worker, dispatchTo(member), after(hourMs)), 'dispatched');
  const inHand = named(after1(dispatched, member, accept), 'in-hand');
  const newer = named(inHand, 'newer', { createdAt: after(hourMs, inHand.createdAt) });
  const urgent = named(fresh(), 'urgent', { urgent: true });
  const later = named(fresh(), 'later-urgent', { urgent: true, createdAt: after(hourMs) });
  const older = named(fresh(), 'older', { clockStartedAt: after(-9 * hourMs, waiting.createdAt) });
  expect([inHand, dispatched, newer, waiting, later, urgent, older].sort(byUrgency).map(({ _id }) => _id)).toEqual([
    'urgent',
    'later-urgent',
    'older',
    'waiting',
    'dispatched',
    'in-hand',
    'newer',
  ]);
});
