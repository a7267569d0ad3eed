import { startApi, type ApiCloud } from '../../support/api';
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

/** What somebody who reads their inbox believes: the last news of an order. */
const lastOf = async (openid: string, orderId: string) => (await steps.messageKinds(openid, orderId))[0];

test('whoever was told that somebody comes is told when nobody does', async () => {
  const order = await steps.create();
  await steps.move('o_neighbour', 'order.join', order, {});
  const accepted = await steps.accept(await steps.dispatch(order));
  expect(await lastOf('o_resident', order.orderId)).toBe('accepted');
  const released = await steps.move('o_member', 'order.release', accepted, { reason: 'unwell' });
  for (const openid of ['o_resident', 'o_neighbour']) expect(await lastOf(openid, order.orderId)).toBe('returned');
  expect(await lastOf('o_worker', order.orderId)).toBe('given-back');
  const sent = await steps.dispatch(released, ['p_member2']);
  expect(await lastOf('o_resident', order.orderId)).toBe('dispatched');
  await steps.move('o_member2', 'order.decline', sent, { reason: 'no-time' });
  expect(await lastOf('o_resident', order.orderId)).toBe('returned');
  expect(await lastOf('o_secretary', order.orderId)).toBe('ruling');
});

test('a decline that leaves the others asked is no news for the requester', async () => {
  const order = await steps.dispatch(await steps.create());
  await steps.move('o_member', 'order.decline', order, { reason: 'no-time' });
  expect(await lastOf('o_resident', order.orderId)).toBe('dispatched');
});

test('whoever was asked beside the one who accepts hears who goes', async () => {
  const order = await steps.accept(await steps.dispatch(await steps.create()));
  expect(await lastOf('o_member2', order.orderId)).toBe('accepted');
  expect(await lastOf('o_member', order.orderId)).toBe('offered');
});

test('the secretary who was to rule hears that there is nothing to rule any more', async () => {
  let order = await steps.create();
  for (let times = 0; times < 2; times += 1)
    order = await steps.move('o_member', 'order.decline', await steps.dispatch(order, ['p_member']), {
      reason: 'no-time',
    });
  expect(await lastOf('o_secretary', order.orderId)).toBe('ruling');
  await steps.move('o_resident', 'order.cancel', order, { reason: 'solved-myself' });
  expect(await lastOf('o_secretary', order.orderId)).toBe('cancelled');
});

test('the grid worker hears of an order that somebody above ended', async () => {
  const order = await steps.create();
  await steps.move('o_leader', 'order.transfer', order, { to: '12345' });
  expect(await lastOf('o_worker', order.orderId)).toBe('transferred');
});
