import { byUrgency } from '../../../../cloudfunctions/core/order/rules/urgency';
import { withIndexFields } from '../../../../cloudfunctions/core/order/document/index-fields';
import { aloneFirst } from '../../../../cloudfunctions/core/order/migrations/order-7';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import { accept, after, after1, dispatchTo, fresh, hourMs, member, worker } from '../sample-orders';

const named = (order: Order, _id: string, more: Partial<Order> = {}): Order =>
  withIndexFields({ ...order, ...more, _id });

const notAlone = (order: Order): Order => ({ ...order, requester: { ...order.requester, kind: 'resident' } });

test('S4-03 who lives alone comes first at equal urgency, and never before what is more urgent', () => {
  const alone = named(fresh(), 'alone', { clockStartedAt: after(2 * hourMs) });
  const sooner = named(notAlone(fresh()), 'sooner');
  const dayBefore = named(notAlone(fresh()), 'day-before', { clockStartedAt: after(-24 * hourMs) });
  const urgentAlone = named(fresh(), 'urgent-alone', { urgent: true, createdAt: after(hourMs) });
  const urgent = named(notAlone(fresh()), 'urgent', { urgent: true });
  const sorted = [sooner, dayBefore, alone, urgent, urgentAlone].sort(byUrgency);
  expect(sorted.map(({ _id }) => _id)).toEqual(['urgent-alone', 'urgent', 'day-before', 'alone', 'sooner']);
});

test('stored keys of before become the same keys', () => {
  const order = named(fresh(), 'o1');
  const urgent = named(fresh(), 'o2', { urgent: true });
  const inHand = named(after1(after1(fresh(), worker, dispatchTo(member)), member, accept), 'o3');
  const before = (key: string) => key.replace(/^1:[01]:/, '1:').replace(/^2:[\d-]+:[01]:/, '2:');
  for (const one of [order, urgent, inHand]) {
    const stored = { ...one, rankKey: before(one.rankKey) };
    expect(aloneFirst.migrate(stored as never)).toMatchObject({ rankKey: one.rankKey });
    expect(aloneFirst.migrate(one as never)).toMatchObject({ rankKey: one.rankKey });
  }
});

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
