import { needsOf } from '../../../cloudfunctions/core/export/sources/needs';
import type { Export } from '../../../cloudfunctions/core/export/document/export';
import { startApi, type ApiCloud } from '../../support/api';
import { newCommunity } from '../../support/community';
import { walk } from '../../support/walk';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'], demo: newCommunity });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-27T10:00:00+08:00');
  await cloud.control('/local/clock', { advanceMs: 3_660_000 });
});
afterAll(() => cloud.close());

test('S2-15 staff see what is wanted on a day, hour by hour, and how many members are free then', async () => {
  const leak = await steps.create('o_resident', { words: '水管漏水', when: 'saturday' });
  const lamp = await steps.create('o_neighbour', { words: '楼道灯', when: 'today-evening' });
  const today = await cloud.getAs('o_worker', 'order.listNeeds', {});
  expect(today.day).toBe(5);
  expect(today.orders.map(({ orderId }) => orderId)).toEqual([lamp.orderId]);
  expect(today.hours.find(({ hour }) => hour === 19)).toMatchObject({ needs: 1 });
  expect(today.hours.find(({ hour }) => hour === 9)).toMatchObject({ needs: 0 });
  const saturday = await cloud.getAs('o_secretary', 'order.listNeeds', { day: 6 });
  expect(saturday.orders.map(({ orderId }) => orderId)).toEqual([leak.orderId]);
  expect(saturday.days.find(({ day }) => day === 6)?.needs).toBe(1);
  expect(saturday.hours.some(({ free }) => free > 0)).toBe(true);
  const { reads, examined, returned } = await cloud.lastCall();
  expect(reads).toBe(2);
  expect(examined).toBeLessThanOrEqual(2 * returned + 2);
  expect((await cloud.getAs('o_worker2', 'order.listNeeds', { day: 6 })).orders).toEqual([]);
  for (const openid of ['o_resident', 'o_member', 'o_inspector'])
    expect(await cloud.callAs(openid, 'order.listNeeds', {})).toMatchObject({ code: 'FORBIDDEN' });
});

test('a private need says no more than that there is one, to who may not read it', async () => {
  const secret = await steps.create('o_resident', { words: '生病的事', when: 'today-evening', private: true });
  const ofCommittee = await cloud.getAs('o_committee', 'order.listNeeds', { day: 5 });
  const seen = ofCommittee.orders.find(({ orderId }) => orderId === secret.orderId);
  expect([seen?.category, seen?.title]).toEqual(['other', undefined]);
});

test('what is done is no need any more, and pages hold each order once', async () => {
  const like = steps.stored(await steps.create('o_elsewhere', { when: 'saturday' }));
  cloud.database.load(
    'orders',
    Array.from({ length: 45 }, (_, index) => ({
      ...like,
      _id: `oNEED${index}`,
      rankKey: `2:2026-11-28T00:00:00.000Z:oNEED${String(index).padStart(2, '0')}`,
      requests: [`oNEED${index}`],
    })),
  );
  const pages = await walk((cursor) => cloud.getAs('o_worker2', 'order.listNeeds', { day: 6, ...cursor }));
  const ids = pages.flatMap(({ orders }) => orders.map(({ orderId }) => orderId));
  expect([ids.length, new Set(ids).size]).toEqual([46, 46]);
  await cloud.change('orders', 'oNEED0', { status: 'completed' });
  const after = await cloud.getAs('o_worker2', 'order.listNeeds', { day: 6 });
  expect(after.days.find(({ day }) => day === 6)?.needs).toBe(45);
});

test('the ledger goes out as a list, as far as its reader reads it', async () => {
  const { database } = await cloud.services();
  const by = { name: '支委', hat: 'committee', path: 'qinghe', openid: 'o_committee' };
  const asked = { communityId: 'qinghe', personId: 'p_committee', grid: null, month: null, by } as unknown as Export;
  const { rows } = await needsOf.read(database, asked, null);
  const lamp = rows.find(({ cells }) => cells[2] === '楼道灯');
  expect(lamp?.cells.slice(3, 6)).toEqual(['周五', '18:00-21:00', '待派']);
  expect(JSON.stringify(rows)).not.toContain('生病');
});
