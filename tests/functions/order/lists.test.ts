import { renumbered } from '../../../cloudfunctions/core/order/document/create-order';
import { withIndexFields } from '../../../cloudfunctions/core/order/document/index-fields';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-22T10:00:00+08:00');
});
afterAll(() => cloud.close());

test('lists go on where they stopped and never show an order twice', async () => {
  for (let index = 0; index < 23; index += 1) {
    if (index === 12) await cloud.setClock('2026-11-23T10:00:00+08:00');
    await steps.create('o_elsewhere', { words: `第 ${index} 件` });
  }
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
  const real = {
    ...like,
    _id: 'oREAL',
    urgent: true,
    createdAt: new Date('2026-09-01T00:00:00Z'),
    slots: [],
    trail: [],
  };
  cloud.database.load('orders', [renumbered(real, 1)]);
  const { orders } = await cloud.getAs('o_worker2', 'order.listQueue', { filter: 'waiting' });
  expect(orders[0]?.orderId).toBe('oREAL');
});

describe('secretary and committee find any order of their community', () => {
  const found = async (words: string, openid = 'o_secretary', cursor?: string) =>
    cloud.getAs(openid, 'order.search', { words, ...(cursor !== undefined && { cursor }) });
  const idsOf = ({ orders }: { readonly orders: readonly { readonly orderId: string }[] }) =>
    orders.map(({ orderId }) => orderId);
  let closed: Order;
  beforeAll(async () => {
    await cloud.setClock('2026-11-24T10:00:00+08:00');
    const made = await steps.create('o_resident', { words: '灯坏了' });
    await steps.move('o_resident', 'order.cancel', made, { reason: 'solved-myself' });
    closed = await steps.stored(made);
  });

  test.each([
    ['its number', () => closed.number, 'number'],
    ['its number without the hyphen, as it was heard', () => closed.number.replace('-', ' '), 'number'],
    ['the number of whoever asked, however it is typed', () => '+86 164-0000-0001', 'phone'],
    ['how their name begins', () => '李秀', 'name'],
    ['the day it was made', () => '2026-11-24', 'day'],
    ['the day, without a year', () => '11月24日', 'day'],
  ])('by %s', async (_title, words, by) => {
    for (const openid of ['o_secretary', 'o_committee'])
      expect([idsOf(await found(words(), openid)), (await found(words(), openid)).by]).toEqual([[closed._id], by]);
  });

  test('in pages that hold each order once, examining hardly more than they show', async () => {
    const many = (name: string, count: number) =>
      Array.from({ length: count }, (_, index) => {
        const _id = `o${name}${index}`;
        const requester = { ...closed.requester, name, phone: '16400000777' };
        const createdAt = new Date(Date.UTC(2026, 7, 3, 1, index));
        return withIndexFields({
          ...closed,
          _id,
          requester,
          createdAt,
          numberKey: `qinghe:${_id}`,
          slots: [],
          trail: [],
        });
      });
    cloud.database.load('orders', [...many('贺小', 25), ...many('贺小兰', 22)]);
    for (const words of ['贺小', '16400000777', '2026-08-03']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await found(words, 'o_secretary', cursor);
        seen.push(...idsOf(page));
        const { examined, returned, reads } = await cloud.lastCall();
        expect(reads).toBeLessThanOrEqual(cursor !== undefined && words === '贺小' ? 4 : 3);
        expect(examined).toBeLessThanOrEqual(2 * returned + 2);
        cursor = page.next;
      } while (cursor !== undefined);
      expect([seen.length, new Set(seen).size]).toEqual([47, 47]);
    }
  });

  test('but not by an unknown requester, nor in another community, nor as anybody else', async () => {
    const secret = await steps.create('o_neighbour', { words: '生病的事', private: true });
    expect(idsOf(await found('郭大勇'))).toContain(secret.orderId);
    expect(idsOf(await found('郭大勇', 'o_committee'))).not.toContain(secret.orderId);
    expect(idsOf(await found('16400000002', 'o_committee'))).not.toContain(secret.orderId);
    const [seen] = (await found(secret.number, 'o_committee')).orders;
    expect([seen?.orderId, seen?.title, seen?.requesterName]).toEqual([secret.orderId, undefined, undefined]);
    expect((await found(closed.number, 'o_strangerSecretary')).orders).toEqual([]);
    for (const openid of ['o_worker', 'o_inspector', 'o_resident'])
      expect(await cloud.callAs(openid, 'order.search', { words: closed.number })).toMatchObject({ code: 'FORBIDDEN' });
  });

  test.each(['2026-02-31', '12345', '1640000', '13-40'])('%s is none of the four', async (words) => {
    const refusal = { code: 'INVALID_INPUT', field: 'words' };
    expect(await cloud.callAs('o_secretary', 'order.search', { words })).toMatchObject(refusal);
  });
});
