import type { Order } from '../../../cloudfunctions/core/order/document/order';
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
  await setClock('2026-11-23T10:00:00+08:00');
});

const setClock = (now: string) => cloud.control('/local/clock', { now, timers: 'skip' });
/** The timer runs once in the ten minutes before. */
async function runTimer(now: string): Promise<void> {
  await setClock(new Date(Date.parse(now) - 600_000).toISOString());
  await cloud.control('/local/clock', { advanceMs: 600_000 });
}
const hours = { from: '2026-11-24T14:00:00+08:00', until: '2026-11-24T16:00:00+08:00' };

async function appointed() {
  const accepted = await steps.accept(await steps.dispatch(await steps.create()));
  return steps.move('o_member', 'order.appoint', accepted, hours);
}

test('whoever goes names day and hours: the requester reads them, and is told', async () => {
  const order = await appointed();
  expect(order).toMatchObject({ appointment: { from: '2026-11-24T06:00:00.000Z', until: '2026-11-24T08:00:00.000Z' } });
  expect(order.actions).toEqual(expect.arrayContaining(['appoint', 'arrive', 'release', 'complete']));
  // Login and order, one write of the order, and one to notify.
  expect((await cloud.trace(4)).find(({ event }) => event === 'order.appoint')).toMatchObject({ reads: 1, writes: 2 });
  const seen = await cloud.getAs('o_resident', 'order.get', { orderId: order.orderId });
  expect(seen.appointment).toEqual(order.appointment);
  expect(await steps.messageKinds('o_resident', order.orderId)).toEqual(['appointed', 'accepted', 'dispatched']);
});

test('hours that are none name their field, nothing is lost, and nobody else names them', async () => {
  const order = await appointed();
  const tried = (from: string, until: string, openid = 'o_member') =>
    steps.tried(openid, 'order.appoint', order, { from, until });
  expect(await tried('2026-11-22T14:00:00+08:00', hours.until)).toMatchObject({ code: 'INVALID_INPUT', field: 'from' });
  expect(await tried(hours.from, '2026-11-25T14:00:00+08:00')).toMatchObject({ code: 'INVALID_INPUT', field: 'until' });
  expect(await tried(hours.from, '星期二下午')).toMatchObject({ code: 'INVALID_INPUT', field: 'until' });
  expect(await tried(hours.from, hours.until, 'o_resident')).toMatchObject({ code: 'FORBIDDEN' });
  expect(await tried(hours.from, hours.until, 'o_worker')).toMatchObject({ code: 'FORBIDDEN' });
  expect(steps.stored(order).assignee?.appointment).toEqual({
    from: new Date(hours.from),
    until: new Date(hours.until),
  });
});

test('given back before the hours: nobody is blamed, and the order is to be sent again', async () => {
  const order = await appointed();
  await setClock('2026-11-24T13:59:00+08:00');
  const released = await steps.move('o_member', 'order.release', order, { reason: 'something-came-up' });
  expect(steps.stored(released)).toMatchObject({ status: 'submitted', returns: 0, noShows: [] });
});

test('two hours later the timer lets go of whoever did not come; an appeal goes to the secretary', async () => {
  const { orderId } = await appointed();
  await runTimer('2026-11-24T17:59:00+08:00');
  expect(cloud.storedOne<Order>('orders', orderId).status).toBe('accepted');
  await runTimer('2026-11-24T18:15:00+08:00');
  const missed = cloud.storedOne<Order>('orders', orderId);
  expect(missed).toMatchObject({ status: 'submitted', assignee: null, noShows: [{ personId: 'p_member' }] });
  expect((await steps.messageKinds('o_member', orderId))[0]).toBe('no-show');
  expect(await steps.messageKinds('o_resident', orderId)).toContain('returned');
  expect(await steps.messageKinds('o_worker', orderId)).toContain('not-come');

  const own = await cloud.getAs('o_member', 'order.get', { orderId });
  expect(own).toMatchObject({ actions: ['appealNoShow'], noShows: [{ personId: 'p_member', name: '张海涛' }] });
  // The resident and neighbours read nothing of who is said not to have come.
  expect((await cloud.getAs('o_resident', 'order.get', { orderId })).noShows).toBeUndefined();
  await steps.move('o_member', 'order.appealNoShow', own, { words: '敲了门，没人应' });
  await expectNothingLookedThrough();
  expect(await steps.messageKinds('o_secretary', orderId)).toContain('appealed');
  const desk = await cloud.getAs('o_secretary', 'order.getDesk', {});
  expect(desk.orders.map((one) => one.orderId)).toContain(orderId);

  const seen = await cloud.getAs('o_secretary', 'order.get', { orderId });
  expect(seen.actions).toContain('ruleNoShow');
  const ruling = { personId: 'p_member', lifted: true, reason: '问过邻居，他来过' };
  expect(await steps.tried('o_worker', 'order.ruleNoShow', seen, ruling)).toMatchObject({ code: 'FORBIDDEN' });
  const ruled = await steps.move('o_secretary', 'order.ruleNoShow', seen, ruling);
  await expectNothingLookedThrough();
  expect(ruled.noShows?.[0]?.appeal?.ruling).toMatchObject({ lifted: true, reason: ruling.reason });
  expect((await steps.messageKinds('o_member', orderId))[0]).toBe('appeal-lifted');
  expect((await cloud.getAs('o_member', 'order.get', { orderId })).noShows?.[0]?.appeal?.ruling?.lifted).toBe(true);
});

/** The last call looked at no document that it did not answer: it costs as much however many orders there are. */
async function expectNothingLookedThrough(): Promise<void> {
  const { examined, returned } = await cloud.lastCall();
  expect(examined).toBeLessThanOrEqual(returned);
}

test('whoever says that they are at the door is not missed', async () => {
  const order = await appointed();
  expect(await steps.tried('o_member', 'order.arrive', order, {})).toMatchObject({ code: 'TOO_EARLY' });
  await setClock('2026-11-24T14:10:00+08:00');
  expect(await steps.move('o_member', 'order.arrive', order, {})).toMatchObject({
    arrived: true,
    version: order.version,
  });
  await runTimer('2026-11-24T19:00:00+08:00');
  expect(steps.stored(order)).toMatchObject({ status: 'accepted', noShows: [] });
});
