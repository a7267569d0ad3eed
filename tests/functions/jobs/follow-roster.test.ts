import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Community } from '../../../cloudfunctions/core/place/community';
import { startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from '../order/order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  steps = ordersOf(cloud);
  await cloud.control('/local/clock', { now: '2026-11-23T10:00:00+08:00', timers: 'skip' });
});
afterAll(() => cloud.close());

/** An hour later, with the timer's last run of it. */
async function hour(): Promise<void> {
  await cloud.control('/local/clock', { advanceMs: 3_300_000, timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 300_000 });
}

test('S1-08 open orders follow the roster, closed ones and the trail keep the old name', async () => {
  const closed = await steps.move('o_resident', 'order.cancel', await steps.create(), { reason: 'other' });
  const open = await steps.dispatch(await steps.create());
  const elsewhere = await steps.create('o_elsewhere');
  await hour();
  const { grids } = cloud.storedOne<Community>('communities', 'qinghe');
  const successor = { personId: 'p_neighbour', name: '郭大勇', phone: '16400000002' };
  await cloud.change('communities', 'qinghe', {
    grids: grids.map((grid) => (grid.gridId === 'qinghe_g1' ? { ...grid, worker: successor } : grid)),
  });
  await hour();
  const workerOf = (orderId: string) => cloud.storedOne<Order>('orders', orderId).worker?.name;
  expect([open, closed, elsewhere].map(({ orderId }) => workerOf(orderId))).toEqual(['郭大勇', '赵慧敏', '白雪']);
  const shown = await cloud.getAs('o_resident', 'order.get', { orderId: open.orderId });
  expect(shown).toMatchObject({ worker: { name: '郭大勇', phone: '16400000002' }, version: open.version });
  expect(shown.trail.map(({ byName }) => byName)).toEqual(['李秀兰', '赵慧敏']);
  await hour();
  const { operations } = (await cloud.trace(20)).filter(({ name }) => name === 'jobs').at(-1)!;
  expect(operations.filter(({ collection, writes }) => collection === 'orders' && writes > 0)).toEqual([]);
});
