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
  // A Monday.
  await setClock('2026-11-23T10:00:00+08:00');
});

const setClock = (now: string) => cloud.control('/local/clock', { now, timers: 'skip' });
/** The timer runs once in the ten minutes before. */
async function runTimer(now: string): Promise<void> {
  await setClock(new Date(Date.parse(now) - 600_000).toISOString());
  await cloud.control('/local/clock', { advanceMs: 600_000 });
}
const seenBy = (openid: string, { orderId }: OrderView) => cloud.getAs(openid, 'order.get', { orderId });

async function published(): Promise<OrderView> {
  const made = await steps.create('o_resident', { category: 'wish', words: '想要一台收音机' });
  return steps.move('o_worker', 'order.dispatch', await steps.wished(made), { memberIds: [], pool: true });
}
const evidence = { kind: 'record', note: '送到家了' } as const;

test('S2-16 claimed on Friday at 23:59:59 it is for the next day, and is handed over on that Saturday', async () => {
  const wish = await published();
  expect(wish.saturday).toBe('2026-11-28');
  await setClock('2026-11-27T23:59:58+08:00');
  const claimed = await steps.accept(wish);
  expect(claimed).toMatchObject({ status: 'accepted', saturday: '2026-11-28' });
  expect(await steps.tried('o_member2', 'order.accept', wish, {})).toMatchObject({ ok: false, code: 'TAKEN' });
  await setClock('2026-11-27T23:59:59+08:00');
  expect((await seenBy('o_member', wish)).saturday).toBe('2026-11-28');
  await setClock('2026-11-28T16:00:00+08:00');
  const done = await steps.move('o_member', 'order.complete', claimed, { evidence });
  expect(done.status).toBe('completed');
  const closed = await steps.confirm(await seenBy('o_resident', wish));
  expect(closed).toMatchObject({ outcome: 'solved' });
});

test('before its Saturday nobody has handed it over, the last evening included', async () => {
  const claimed = await steps.accept(await published());
  await setClock('2026-11-27T23:55:00+08:00');
  expect(await steps.tried('o_member', 'order.complete', claimed, { evidence })).toMatchObject({
    ok: false,
    code: 'BEFORE_SATURDAY',
  });
});

test('claimed on a Saturday it is for that day, on a Sunday for the next one', async () => {
  const [today, later] = [await published(), await published()];
  await setClock('2026-11-28T00:00:01+08:00');
  expect(await steps.accept(today)).toMatchObject({ saturday: '2026-11-28' });
  await setClock('2026-11-29T00:00:01+08:00');
  expect(await steps.accept(later, 'o_member2')).toMatchObject({ saturday: '2026-12-05' });
});

test('given back it is in the pool at once, for the Saturday that comes, and nobody rules', async () => {
  const claimed = await steps.accept(await published());
  await setClock('2026-11-25T10:00:00+08:00');
  const back = await steps.move('o_member', 'order.release', claimed, { reason: 'unwell' });
  expect(back).toMatchObject({ status: 'dispatched' });
  expect(steps.stored(back)).toMatchObject({ pool: true, ruling: false, published: { saturday: '2026-11-28' } });
  const { orders } = await cloud.getAs('o_member2', 'order.listWishes', {});
  expect(orders.map(({ orderId }) => orderId)).toContain(back.orderId);
  expect((await steps.messageKinds('o_resident', back.orderId))[0]).toBe('relisted');
});

test('nobody claims it: it is published again each Saturday, and after four the worker finds another way', async () => {
  const wish = await published();
  for (const [sunday, saturday] of [
    ['2026-11-29', '2026-12-05'],
    ['2026-12-06', '2026-12-12'],
    ['2026-12-13', '2026-12-19'],
  ] as const) {
    await runTimer(`${sunday}T00:10:00+08:00`);
    expect((await seenBy('o_resident', wish)).saturday).toBe(saturday);
    expect((await steps.messageKinds('o_resident', wish.orderId))[0]).toBe('relisted');
  }
  await runTimer('2026-12-20T00:10:00+08:00');
  expect(steps.stored(wish)).toMatchObject({ status: 'submitted', pool: false, outcome: null });
  for (const openid of ['o_resident', 'o_worker'])
    expect((await steps.messageKinds(openid, wish.orderId))[0]).toBe('expired');
  expect((await cloud.getAs('o_member', 'order.listWishes', {})).orders).toEqual([]);
});
