import { renumbered } from '../../../cloudfunctions/core/order/document/create-order';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

test('lists go on where they stopped and never show an order twice', async () => {
  for (let index = 0; index < 23; index += 1) await steps.create('o_elsewhere', { words: `第 ${index} 件` });
  const first = await cloud.getAs('o_elsewhere', 'order.listMine', { state: 'open' });
  const second = await cloud.getAs('o_elsewhere', 'order.listMine', { state: 'open', cursor: first.next! });
  expect([first.orders.length, second.orders.length, second.next]).toEqual([20, 3, undefined]);
  expect(new Set([...first.orders, ...second.orders].map(({ orderId }) => orderId)).size).toBe(23);
  const queued = await cloud.getAs('o_worker2', 'order.listQueue', { filter: 'waiting' });
  const rest = await cloud.getAs('o_worker2', 'order.listQueue', { filter: 'waiting', cursor: queued.next! });
  expect(queued.orders).toHaveLength(20);
  expect(rest.counts).toEqual(queued.counts);
  expect(queued.orders.length + rest.orders.length).toBe(queued.counts.waiting);
});

test('a queue of more open orders than one read holds still goes on to its end', async () => {
  const like = cloud
    .stored<Order>('orders')
    .find(({ place, status }) => place.gridId === 'qinghe_g2' && status === 'submitted')!;
  cloud.database.load(
    'orders',
    Array.from({ length: 130 }, (_, index) => ({
      ...like,
      _id: `oMANY${index}`,
      requests: [`oMANY${index}`],
      rankKey: `1:2026-10-01T00:00:00.000Z:oMANY${String(index).padStart(3, '0')}`,
    })),
  );
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await cloud.getAs('o_worker2', 'order.listQueue', {
      filter: 'waiting',
      ...(cursor !== undefined && { cursor }),
    });
    for (const { orderId } of page.orders) seen.add(orderId);
    cursor = page.next;
  } while (cursor !== undefined);
  expect([...seen].filter((orderId) => orderId.startsWith('oMANY'))).toHaveLength(130);
  const first = await cloud.getAs('o_worker2', 'order.listQueue', { filter: 'waiting' });
  expect(first).toMatchObject({ countsAtLeast: true, counts: { waiting: 99 } });
  expect(first.orders[0]?.orderId).toBe('oMANY0');
  const rare = await cloud.getAs('o_worker2', 'order.listQueue', { filter: 'inProgress' });
  expect(rare).toMatchObject({ orders: [], countsAtLeast: true });
  expect(rare.next).toBeUndefined();
});

test('an old emergency stands before however many newer ones', async () => {
  const like = cloud.stored<Order>('orders').find(({ _id }) => _id === 'oMANY0')!;
  const real = { ...like, _id: 'oREAL', urgent: true, createdAt: new Date('2026-09-01T00:00:00Z'), trail: [] };
  cloud.database.load('orders', [renumbered(real, 1)]);
  const { orders } = await cloud.getAs('o_worker2', 'order.listQueue', { filter: 'waiting' });
  expect(orders[0]?.orderId).toBe('oREAL');
});
