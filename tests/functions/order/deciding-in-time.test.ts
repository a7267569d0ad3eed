import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  steps = ordersOf(cloud);
  await cloud.control('/local/clock', { now: '2026-11-23T10:00:00+08:00', timers: 'skip' });
});
afterAll(() => cloud.close());

test('what waits too long to be public is said to who decides, level by level, and is late on the desk', async () => {
  await cloud.control('/local/content-rules', { delayMs: 60_000, copies: 1, review: ['疑似'] });
  const order = await steps.create('o_resident', { words: '疑似有人占了消防通道' });
  const hourMs = 3_600_000;
  const pass = (advanceMs: number) => cloud.control('/local/clock', { advanceMs });
  const withheldOnDesk = async () => (await cloud.getAs('o_secretary', 'order.getDesk', {})).withheld;
  const duePart = async () =>
    (await cloud.getAs('o_leader', 'order.listWithheld', {})).orders
      .find(({ orderId }) => orderId === order.orderId)!
      .parts.map(({ late }) => late);
  const kindsOf = async (openid: string) =>
    (await steps.messageKinds(openid, order.orderId)).filter((kind) => kind.startsWith('part-'));
  const before = await withheldOnDesk();
  expect([before.late, await duePart()]).toEqual([0, [undefined]]);
  await pass(16.2 * hourMs);
  expect(await kindsOf('o_leader')).toEqual(['part-waiting']);
  await pass(8 * hourMs);
  expect([await kindsOf('o_leader'), await kindsOf('o_secretary')]).toEqual([['part-overdue', 'part-waiting'], []]);
  expect([await withheldOnDesk(), await duePart()]).toEqual([{ count: before.count, late: 1 }, [true]]);
  await pass(4 * hourMs);
  expect([await kindsOf('o_secretary'), await kindsOf('o_worker'), await kindsOf('o_resident')]).toEqual([
    ['part-overdue'],
    [],
    [],
  ]);
  expect(steps.stored(order).trail.map(({ action }) => action)).not.toContain('part-overdue');
  const shown = { orderId: order.orderId, part: 'words', show: true, requestId: newRequest() };
  await cloud.getAs('o_leader', 'order.moderate', shown);
  expect((await withheldOnDesk()).late).toBe(0);
});
