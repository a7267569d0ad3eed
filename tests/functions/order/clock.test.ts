import type { Community } from '../../../cloudfunctions/core/place/community';
import { startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  steps = ordersOf(cloud);
  const { policy } = cloud.storedOne<Community>('communities', 'qinghe');
  const order = { ...policy.order, acceptWithinWorkingDays: 3 };
  await cloud.change('communities', 'qinghe', { policy: { ...policy, order } });
});
afterAll(() => cloud.close());

test('S2-12 a community that promises three working days leaves out free days, and says so beforehand', async () => {
  await cloud.setClock('2026-09-30T10:00:00+08:00');
  const made = await steps.create();
  const seen = await cloud.getAs('o_worker', 'order.get', { orderId: made.orderId });
  expect(seen).toMatchObject({ acceptWithinHours: 72, acceptWithinWorkingDays: 3 });
  const dispatched = await steps.dispatch(made);
  expect(dispatched.acceptBy).toBe(new Date('2026-10-10T23:59:59.999+08:00').toISOString());
  expect(dispatched.calendarUnknown).toBeUndefined();
  expect((await cloud.lastCall()).reads).toBeLessThanOrEqual(4);
});

test('an emergency has its hours, whatever others are promised', async () => {
  await cloud.setClock('2026-09-30T10:10:00+08:00');
  const made = await steps.create('o_neighbour', { category: 'emergency', when: 'any' });
  const dispatched = await steps.dispatch(made);
  expect(dispatched.acceptBy).toMatch(/^2026-09-30T04:10:/);
});

test('a year whose free days are not published is said to whoever asked, and the hours hold', async () => {
  await cloud.setClock('2030-06-03T10:00:00+08:00');
  const made = await steps.create('o_elsewhere');
  await steps.move('o_worker2', 'order.dispatch', made, { memberIds: [], pool: true });
  const seen = await cloud.getAs('o_elsewhere', 'order.get', { orderId: made.orderId });
  expect(seen).toMatchObject({
    calendarUnknown: 2030,
    acceptWithinHours: 72,
    acceptBy: expect.stringMatching(/^2030-06-06T02:00:/),
  });
});
