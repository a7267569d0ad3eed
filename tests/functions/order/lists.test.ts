import { renumbered } from '../../../cloudfunctions/core/order/document/create-order';
import { withIndexFields } from '../../../cloudfunctions/core/order/document/index-fields';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { startApi, type ApiCloud } from '../../support/api';
import { walk } from '../../support/walk';
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
  const like = steps.stored(await steps.create('o_elsewhere'));
  cloud.database.load(
    'orders',
    Array.from({ length: 22 }, (_, index) => {
      const _id = `oOWN${index}`;
      return { ...renumbered({ ...like, _id, words: `第 ${index} 件` }, 1), requests: [_id] };
    }),
  );
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
  cloud.database.load('orders', [{ ...renumbered(real, 1), requests: ['oREAL'] }]);
  const { orders } = await cloud.getAs('o_worker2', 'order.listQueue', { filter: 'waiting' });
  expect(orders[0]?.orderId).toBe('oREAL');
});

test('the desk pages through its lists, the longest waiting first, and says where it counted not all', async () => {
  const like = cloud.stored<Order>('orders').find(({ _id }) => _id === 'oMANY1')!;
  const idOf = (index: number) => `oLATE${String(index).padStart(3, '0')}`;
  cloud.database.load(
    'orders',
    Array.from({ length: 150 }, (_, index) => {
      const [_id, createdAt] = [idOf(index), new Date(Date.UTC(2026, 8, 1, 0, index))];
      const ruling = index % 50 === 49;
      const isLate = index % 50 !== 48;
      return {
        ...renumbered({ ...like, _id, createdAt, late: isLate, ruling, reopened: isLate ? 0 : 1, trail: [] }, 1),
        requests: [_id],
        needsAttention: true,
      };
    }),
  );
  const read = (list: 'overdue' | 'returned' | 'reopened') =>
    walk((cursor) => cloud.getAs('o_secretary', 'order.getDesk', { list, ...cursor }));
  const idsOf = (pages: Awaited<ReturnType<typeof read>>) =>
    pages.flatMap(({ orders }) => orders.map((one) => one.orderId));
  const late = Array.from({ length: 150 }, (_, index) => index).filter((index) => index % 50 !== 48);
  const overdue = await read('overdue');
  expect(idsOf(overdue)).toEqual(late.map(idOf));
  expect(overdue).toHaveLength(8);
  for (const page of overdue)
    expect(page).toMatchObject({
      countsAtLeast: true,
      overdue: { count: 97, oldestHours: overdue[0]!.overdue.oldestHours },
      returned: { count: 1 },
      reopened: { count: 2 },
    });
  expect(overdue[0]!.overdue.oldestHours).toBe(
    Math.floor((Date.UTC(2026, 10, 23, 2) - Date.UTC(2026, 8, 1)) / 3_600_000),
  );
  expect(idsOf(await read('returned'))).toEqual([49, 99, 149].map(idOf));
  expect(idsOf(await read('reopened'))).toEqual([48, 98, 148].map(idOf));
});

test('everybody who could go is suggested, page by page, best first', async () => {
  const order = await steps.create('o_neighbour');
  const { suggestions: before } = await cloud.getAs('o_worker', 'order.suggest', { orderId: order.orderId });
  // One read more before helpers were counted for the first time.
  expect((await cloud.lastCall()).reads).toBe(3);
  const like = cloud.storedOne<Person>('people', 'p_member');
  const ids = Array.from({ length: 130 }, (_, index) => `p_many${String(index).padStart(3, '0')}`);
  cloud.database.load(
    'people',
    ids.map((_id, index) => ({ ...like, _id, load: { month: '2026-11', count: index % 7 } })),
  );
  const pages = await walk((cursor) => cloud.getAs('o_worker', 'order.suggest', { orderId: order.orderId, ...cursor }));
  const found = pages.flatMap(({ suggestions }) => suggestions);
  const known = before.map(({ memberId }) => memberId);
  expect(found.map(({ memberId }) => memberId).sort()).toEqual([...known, ...ids].sort());
  for (const { suggestions } of pages.slice(0, -1)) expect(suggestions).toHaveLength(20);
  const loads = found.filter(({ memberId }) => ids.includes(memberId)).map(({ load }) => load);
  expect(loads).toEqual([...loads].sort((one, other) => one - other));
  expect(await cloud.callAs('o_worker', 'order.suggest', { orderId: order.orderId, cursor: 'c' })).toMatchObject({
    ok: false,
    code: 'INVALID_INPUT',
    field: 'cursor',
  });
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
    for (const openid of ['o_inspector', 'o_resident'])
      expect(await cloud.callAs(openid, 'order.search', { words: closed.number })).toMatchObject({ code: 'FORBIDDEN' });
  });

  test.each(['2026-02-31', '12345', '1640000', '13-40'])('%s is none of the four', async (words) => {
    const refusal = { code: 'INVALID_INPUT', field: 'words' };
    expect(await cloud.callAs('o_secretary', 'order.search', { words })).toMatchObject(refusal);
  });
});
