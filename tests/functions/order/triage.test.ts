/** Staff look at an order before anybody is sent, and correct where it is for. */
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(60_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi();
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  steps = ordersOf(cloud);
});
afterAll(() => cloud.close());

const queueOf = async (openid: string) =>
  (await cloud.getAs(openid, 'order.listQueue', { filter: 'waiting' })).orders.map(({ orderId }) => orderId);
const plain = { category: 'repair', kind: 'service', urgent: false } as const;

test('S2-11 two acts, two actors, two times: who looked at it, and who sent somebody', async () => {
  const order = await steps.create();
  const looked = await steps.move('o_leader', 'order.reclassify', order, { ...plain, category: 'escort' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 1, refusals: [] });
  expect(looked).toMatchObject({ status: 'submitted', category: 'escort' });
  const sent = await steps.move('o_worker', 'order.dispatch', looked, { memberIds: ['p_member'] });
  expect(sent.trail.map(({ action, byName }) => [action, byName])).toMatchObject([
    ['create', expect.any(String)],
    ['reclassify', expect.any(String)],
    ['dispatch', expect.any(String)],
  ]);
  const [, second, third] = sent.trail;
  expect(second?.byName).not.toBe(third?.byName);
});

test('S1-17 what triage makes an errand is first for the head; S2-16 what asks for a wish is none before', async () => {
  const order = await steps.create();
  const errand = await steps.move('o_worker', 'order.reclassify', order, {
    category: 'schooling',
    kind: 'agency',
    urgent: false,
  });
  expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 2, refusals: [] });
  expect(errand).toMatchObject({ kind: 'agency', vouchBy: expect.any(String) });
  expect(await steps.messageKinds('o_head', order.orderId)).toEqual(['to-vouch']);
  expect(await steps.tried('o_worker', 'order.accept', errand, {})).toMatchObject({ code: 'HEAD_FIRST' });
  const vouched = await steps.move('o_head', 'order.accept', errand, {});
  expect(await steps.move('o_worker', 'order.accept', { ...errand, version: vouched.version }, {})).toMatchObject({
    status: 'accepted',
  });
  const asked = await steps.create('o_resident', { category: 'wish', words: '想要一把轮椅坐垫' });
  expect(asked.kind).toBe('service');
  // Whoever lives next door is offered no part in it.
  const { order: similar } = await cloud.getAs('o_neighbour', 'order.findSimilar', { category: 'wish' });
  expect(similar).toBeUndefined();
  expect(await steps.wished(asked)).toMatchObject({ kind: 'wish', wishYuan: 80 });
});

test('a wish is shown in the pool in words without a name, with what it may cost', async () => {
  const order = await steps.create('o_resident', { words: '张玉兰想要一副老花镜，柳巷 3 号' });
  const wish = { valueYuan: 80, words: '有位老人想要一副老花镜' };
  expect(
    await steps.tried('o_worker', 'order.reclassify', order, {
      ...plain,
      kind: 'wish',
      wish: { ...wish, valueYuan: 201 },
    }),
  ).toMatchObject({ code: 'INVALID_INPUT', field: 'wish.valueYuan' });
  const turned = await steps.move('o_worker', 'order.reclassify', order, { ...plain, kind: 'wish', wish });
  expect(turned).toMatchObject({ kind: 'wish', wishYuan: 80, publicWords: wish.words });
  await steps.move('o_worker', 'order.dispatch', turned, { memberIds: [], pool: true });
  const { orders } = await cloud.getAs('o_member', 'order.listWishes', {});
  const shown = orders.find(({ orderId }) => orderId === order.orderId);
  expect(shown?.title).toBe(wish.words);
  expect(JSON.stringify(orders)).not.toMatch(/张玉兰|柳巷/);
  const own = await cloud.getAs('o_resident', 'order.get', { orderId: order.orderId });
  expect([own.words, own.publicWords]).toEqual(['张玉兰想要一副老花镜，柳巷 3 号', wish.words]);
});

test('a wrong courtyard is corrected: the queue of the other grid has it, and both workers are told', async () => {
  const waiting = async (openid: string) =>
    (await cloud.getAs(openid, 'order.listQueue', { filter: 'waiting' })).counts.waiting;
  const counts = async () => [await waiting('o_worker'), await waiting('o_worker2')];
  const order = await steps.create('o_resident', { placeId: 'qinghe_g1_c1' });
  expect(await queueOf('o_worker')).toContain(order.orderId);
  const [here = 0, there = 0] = await counts();
  const moved = await steps.move('o_worker', 'order.relocate', order, { placeId: 'qinghe_g2_c1', note: '他妈家' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 2, refusals: [] });
  expect(await counts()).toEqual([here - 1, there + 1]);
  // Who moved it sees that it went over, and no more.
  expect(moved.words).toBeUndefined();
  expect(await queueOf('o_worker')).not.toContain(order.orderId);
  expect(steps.stored(order)).toMatchObject({ place: { placeId: 'qinghe_g2_c1', gridId: 'qinghe_g2' } });
  expect(await queueOf('o_secretary')).toContain(order.orderId);
  expect(await steps.messageKinds('o_resident', order.orderId)).toContain('relocated');
  const back = await steps.move(
    'o_secretary',
    'order.relocate',
    { ...order, version: moved.version },
    {
      placeId: 'qinghe_g1_c1',
    },
  );
  expect(back.placeName).toBe(order.placeName);
  expect(await steps.messageKinds('o_worker', order.orderId)).toContain('relocated');
  expect(await steps.tried('o_worker', 'order.relocate', back, { placeId: 'liuyuan_c1' })).toMatchObject({
    code: 'NOT_FOUND',
    field: 'placeId',
  });
  expect(await steps.tried('o_resident', 'order.relocate', back, { placeId: 'qinghe_g2_c1' })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('S1-04 an order whose grid is gone is moved into one: its worker has it then', async () => {
  const order = await steps.create('o_resident', { placeId: 'qinghe_g1_c1' });
  const { place } = cloud.storedOne<Order>('orders', order.orderId);
  const gone = { ...place, gridId: 'qinghe_g9', path: 'qinghe/qinghe_g9/qinghe_g9_c1', placeId: 'qinghe_g9_c1' };
  const scopes = ['qinghe', 'qinghe_g9', 'qinghe_g9_c1'];
  await cloud.change('orders', order.orderId, { place: gone, worker: null, leader: null, scopes });
  expect(await queueOf('o_worker')).not.toContain(order.orderId);
  expect(await steps.tried('o_worker', 'order.relocate', order, { placeId: 'qinghe_g1_c1' })).toMatchObject({
    ok: false,
  });
  await steps.move('o_secretary', 'order.relocate', order, { placeId: 'qinghe_g1_c1' });
  expect(await queueOf('o_worker')).toContain(order.orderId);
  expect(cloud.storedOne<Order>('orders', order.orderId).worker?.personId).toBe('p_worker');
  expect(await steps.messageKinds('o_worker', order.orderId)).toContain('relocated');
});
