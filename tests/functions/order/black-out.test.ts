/** Who wrote a text of an order blacks it out: nobody finds it any more, and what was done stays. */
import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { blackedOut } from '../../../cloudfunctions/core/order/rules/own-texts';
import type { OrderView } from '../../../miniprogram/contracts/order';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
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

const see = (openid: string, { orderId }: OrderView) => cloud.getAs(openid, 'order.get', { orderId });
const blackOut = (openid: string, { orderId }: OrderView, part: string) =>
  cloud.callAs(openid, 'order.blackOutWords', { orderId, part, requestId: newRequest() });
const storedOrder = ({ orderId }: OrderView) => cloud.stored<Order>('orders').find(({ _id }) => _id === orderId)!;
/** Everything that is stored of the order, and what inboxes say of it. */
const everywhere = (order: OrderView) => {
  const inbox = cloud.stored<LoginWithInbox>('logins').flatMap((login) => login.inbox ?? []);
  const told = inbox.filter(({ orderId }) => orderId === order.orderId);
  return JSON.stringify([storedOrder(order), told]);
};

test('words of a request are gone from the order, its lists, messages and the search; the order stays', async () => {
  const secret = '我妈妈的药在床头柜第二格';
  const order = await steps.create('o_resident', { words: secret });
  expect((await see('o_resident', order)).ownTexts).toEqual([{ part: 'words', text: secret }]);
  expect((await see('o_worker', order)).ownTexts).toBeUndefined();
  expect(everywhere(order)).toContain('床头柜');
  expect(await blackOut('o_worker', order, 'words')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  expect(await blackOut('o_neighbour', order, 'words')).toMatchObject({ ok: false });
  expect(everywhere(order)).toContain('床头柜');

  const { trail, status } = await see('o_resident', order);
  const reply = await blackOut('o_resident', order, 'words');
  expect(reply).toMatchObject({ ok: true, data: { words: blackedOut, status } });
  expect(everywhere(order)).not.toMatch(/床头|妈妈|头柜/);
  expect((await see('o_worker', order)).words).toBe(blackedOut);
  expect((await see('o_resident', order)).trail).toEqual(trail);
  expect((await see('o_resident', order)).ownTexts).toBeUndefined();
  expect(await blackOut('o_resident', order, 'words')).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'part' });
  const found = await cloud.getAs('o_worker', 'order.search', { words: '床头', as: 'words' });
  expect(found.orders).toEqual([]);
});

test('a rating’s words go, its stars, points and line of the book stay; each author has their own', async () => {
  const order = await steps.create('o_resident', { words: '灯坏了' });
  const dispatched = await steps.dispatch(order);
  const accepted = await steps.accept(dispatched);
  const completed = await steps.complete(accepted);
  const closed = await steps.move('o_resident', 'order.confirm', completed, {
    ...{ stars: 5, tags: [] },
    words: '小孙人好，还帮我倒了水',
  });
  const before = storedOrder(order);
  expect(await blackOut('o_member', closed, 'rating')).toMatchObject({ ok: false });
  expect(await blackOut('o_resident', closed, 'rating')).toMatchObject({ ok: true });
  expect(everywhere(order)).not.toContain('倒了水');
  const { rating, award, trail, version } = storedOrder(order);
  expect(rating).toEqual({ ...before.rating, words: blackedOut });
  expect([award, version, trail.length]).toEqual([before.award, before.version, before.trail.length]);
  expect(storedOrder(order).words).toBe('灯坏了');
});

test('a call that is sent again blacks out nothing more', async () => {
  const order = await steps.create('o_resident', { words: '水管漏了' });
  const input = { orderId: order.orderId, part: 'words', requestId: newRequest() };
  const first = await cloud.callAs('o_resident', 'order.blackOutWords', input);
  expect(await cloud.callAs('o_resident', 'order.blackOutWords', input)).toEqual(first);
  expect(storedOrder(order).redactions).toHaveLength(1);
});
