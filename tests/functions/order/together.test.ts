import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { OrderView } from '../../../miniprogram/contracts/order';
import { startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  steps = ordersOf(cloud);
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await cloud.control('/local/reset', {});
  await cloud.control('/local/clock', { now: '2026-11-23T10:00:00+08:00', timers: 'skip' });
});

const forTwo = async () =>
  steps.move('o_worker', 'order.dispatch', await steps.create(), {
    memberIds: ['p_member', 'p_member2', 'p_captain'],
    capacity: 2,
  });
const current = (openid: string, { orderId }: OrderView) => cloud.getAs(openid, 'order.get', { orderId });
const move = async (openid: string, name: 'order.accept' | 'order.standBy', order: OrderView) =>
  steps.move(openid, name, await current(openid, order), {});

async function fullOrder(): Promise<OrderView> {
  const order = await forTwo();
  await steps.accept(order);
  return move('o_member2', 'order.accept', order);
}

test('two accept, each by a tap; the third is told that it is taken, and stands by', async () => {
  const full = await fullOrder();
  expect(full).toMatchObject({ status: 'accepted', seats: { capacity: 2, held: 2 } });
  expect(full.helpers?.map(({ name }) => name)).toEqual(['张海涛', '武建平']);
  expect(await steps.tried('o_captain', 'order.accept', full, {})).toMatchObject({ ok: false, code: 'TAKEN' });
  // The same person accepts again: the same seat, and nothing is written.
  expect(await move('o_member', 'order.accept', full)).toMatchObject({ version: full.version });
  expect(await cloud.lastCall()).toMatchObject({ writes: 0 });
  const waiting = await move('o_captain', 'order.standBy', full);
  expect(waiting).toMatchObject({ waitingPlace: 1, actions: ['decline'] });
  expect((await current('o_worker', full)).waitingNames).toEqual(['原志强']);
  expect((await current('o_resident', full)).waitingNames).toBeUndefined();
});

test('a seat that gets free is offered to whoever waits, and passed on by the timer', async () => {
  const full = await fullOrder();
  await move('o_captain', 'order.standBy', full);
  await steps.move('o_member2', 'order.release', await current('o_member2', full), { reason: 'unwell' });
  expect(await current('o_captain', full)).toMatchObject({
    keptUntil: expect.stringMatching(/^2026-11-23T14:0/),
    actions: ['accept', 'decline'],
  });
  expect((await steps.messageKinds('o_captain', full.orderId))[0]).toBe('seat-free');
  expect((await steps.messageKinds('o_resident', full.orderId))[0]).toBe('helper-left');
  await cloud.control('/local/clock', { now: '2026-11-23T22:00:00+08:00', timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 300_000 });
  expect(steps.stored(full).offers.find(({ personId }) => personId === 'p_captain')?.state).toBe('lapsed');
  expect((await steps.messageKinds('o_captain', full.orderId))[0]).toBe('passed-over');
});

test('each finishes with evidence of their own, and the confirmation pays each seat once', async () => {
  const full = await fullOrder();
  const once = await steps.complete(await current('o_member', full), 'o_member');
  expect(once).toMatchObject({ status: 'accepted' });
  const done = await steps.complete(await current('o_member2', full), 'o_member2');
  expect(done).toMatchObject({ status: 'completed' });
  expect(done.helpers?.map(({ evidence }) => evidence?.kind)).toEqual(['phone', 'phone']);
  const closed = await steps.confirm(await current('o_resident', full));
  expect(closed).toMatchObject({ status: 'closed', outcome: 'solved' });
  const entries = cloud.stored<Entry>('entries').filter(({ sourceId }) => sourceId === full.orderId);
  expect(entries.map(({ _id, personId }) => [_id, personId]).sort()).toEqual([
    [`order:${full.orderId}:award`, 'p_member'],
    [`order:${full.orderId}:award:p_member2`, 'p_member2'],
  ]);
  for (const openid of ['o_member', 'o_member2']) {
    expect((await steps.messageKinds(openid, full.orderId))[0]).toBe('points');
    expect((await current(openid, full)).award?.points).toBe(entries[0]?.points);
  }
  expect(
    await cloud.callAs('o_resident', 'order.confirm', {
      orderId: full.orderId,
      version: closed.version,
      stars: 1,
      tags: [],
      requestId: 'confirm-again-1',
    }),
  ).toMatchObject({ ok: false });
  expect(cloud.stored<Entry>('entries').filter(({ sourceId }) => sourceId === full.orderId)).toHaveLength(2);
});

test('S2-09 a captain sends two of the team, one after the other', async () => {
  const order = await steps.move('o_worker', 'order.dispatch', await steps.create(), {
    memberIds: ['p_captain'],
    capacity: 2,
  });
  const one = await steps.move('o_captain', 'order.accept', order, { memberId: 'p_member' });
  expect(one).toMatchObject({ seats: { capacity: 2, held: 1 } });
  const two = await steps.move('o_captain', 'order.accept', await current('o_captain', order), {
    memberId: 'p_member2',
  });
  expect(two).toMatchObject({ seats: { capacity: 2, held: 2 } });
  expect(steps.stored(order).responsibleIds).toEqual(['p_member', 'p_member2']);
});

test('a wish is for one; a number out of bounds names its field', async () => {
  const wish = await steps.create('o_resident', { category: 'wish' });
  const tried = (order: OrderView, capacity: number) =>
    steps.tried('o_worker', 'order.dispatch', order, { memberIds: ['p_member'], capacity });
  expect(await tried(wish, 2)).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'capacity' });
  expect(await tried(await steps.create(), 11)).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'capacity' });
});
