import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { startApi, type ApiCloud } from '../../support/api';
import { asked } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

test('two orders whose ids give the same number have two numbers, and the first costs no call more', async () => {
  const like = await cloud.getAs('o_resident', 'order.create', {
    ...asked,
    fileIds: [],
    requestId: 'number-000-first',
  });
  const cost = await cloud.lastCall();
  const taken = cloud.storedOne<Order>('orders', like.orderId);
  const input = { ...asked, fileIds: [], requestId: 'number-000-other' };
  const next = await cloud.getAs('o_resident', 'order.create', input);
  expect(await cloud.lastCall()).toMatchObject({ reads: cost.reads, writes: cost.writes });
  const { number, numberKey } = cloud.storedOne<Order>('orders', next.orderId);
  expect(numberKey).toBe(`${taken.communityId}:${number}`);
  await (await cloud.services()).database.removeWhere({ name: 'orders' }, { _id: next.orderId });
  await cloud.change('orders', like.orderId, {
    number,
    numberKey,
    requests: taken.requests.map((key) => (key === taken.numberKey ? numberKey! : key)),
  });
  const again = await cloud.getAs('o_resident', 'order.create', input);
  expect(again.orderId).toBe(next.orderId);
  expect(again.number).not.toBe(number);
  expect(again.number).toMatch(/^2611-\d{6}$/);
  expect((await cloud.getAs('o_resident', 'order.create', input)).number).toBe(again.number);
});

test('a request that moved another order is still no new order', async () => {
  const order = await cloud.getAs('o_resident', 'order.create', {
    ...asked,
    fileIds: [],
    requestId: 'number-000-third',
  });
  const requestId = 'number-000-cancel';
  await cloud.getAs('o_resident', 'order.cancel', { orderId: order.orderId, version: 1, reason: 'other', requestId });
  expect(await cloud.callAs('o_resident', 'order.create', { ...asked, fileIds: [], requestId })).toMatchObject({
    ok: false,
    code: 'REQUEST_REUSED',
  });
});
