import { kindFor } from '../../../cloudfunctions/core/access/inbox';
import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { OrderView } from '../../../miniprogram/contracts/order';
import { messageKinds } from '../../../miniprogram/contracts/message';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  await grantAll();
});
afterAll(() => cloud.close());

const templates = ['order-news', 'offer-news', 'deadline-news'];
const credits = { orderNews: 12, offerNews: 12, deadlineNews: 12 };
const secrets = ['李秀兰', '16400000001', '164 **** 0001', '产后想请人', '还是没人来看', 'birth', '石榴巷'];

/** Whom such an order concerns. */
const concerned = ['o_resident', 'o_member', 'o_member2', 'o_worker', 'o_leader', 'o_secretary'];

/** They have granted every kind of message, so that each notification leaves the house too. */
async function grantAll(): Promise<void> {
  for (const _id of concerned) {
    await cloud.change('logins', _id, { credits });
    for (let count = 0; count < 12; count += 1)
      await cloud.control('/local/subscribe', { openid: _id, templateIds: templates });
  }
}

const hidden = () => steps.create('o_resident', { category: 'birth', words: '产后想请人上门看看' });
const remind = (order: OrderView) => steps.move('o_resident', 'order.remind', order, {});
const evidence = { kind: 'phone', note: '电话里说好了' } as const;
/** Reminders of one order keep a distance. */
const later = () => cloud.control('/local/clock', { advanceMs: 5 * 3_600_000, timers: 'skip' });

async function solve(): Promise<void> {
  let order = await steps.dispatch(await hidden());
  await later();
  order = await remind(order);
  await steps.move('o_member', 'order.decline', order, { reason: 'no-time' });
  order = await cloud.getAs('o_resident', 'order.get', { orderId: order.orderId });
  order = await steps.move('o_member2', 'order.accept', order, {});
  await later();
  order = await remind(order);
  await steps.move('o_member2', 'order.complete', order, { evidence });
  order = await cloud.getAs('o_resident', 'order.get', { orderId: order.orderId });
  order = await steps.move('o_resident', 'order.reopen', order, { words: '还是没人来看' });
  await later();
  order = await remind(order);
  await steps.move('o_member2', 'order.complete', order, { evidence });
  order = await cloud.getAs('o_resident', 'order.get', { orderId: order.orderId });
  await steps.move('o_resident', 'order.confirm', order, { stars: 5, tags: [] });
}

async function closeOtherwise(): Promise<void> {
  const staff = async (name: 'order.refuse' | 'order.transfer' | 'order.merge', said: object) =>
    cloud.getAs('o_worker', name, {
      ...(await ids()),
      requestId: newRequest(),
      ...said,
    } as never);
  const ids = async () => {
    const { orderId, version } = await hidden();
    return { orderId, version };
  };
  await staff('order.refuse', { reason: 'not-ours' });
  const outside = await staff('order.transfer', { to: '12345' });
  await later();
  await remind(outside);
  await steps.move(
    'o_worker',
    'order.recordAnswer',
    await cloud.getAs('o_worker', 'order.get', { orderId: outside.orderId }),
    {
      answer: '那边派人来过了',
    },
  );
  await staff('order.merge', { intoId: (await hidden()).orderId });
  let order = await steps.dispatch(await hidden());
  order = await steps.move('o_member', 'order.accept', order, {});
  await steps.move('o_member', 'order.release', order, { reason: 'unwell' });
  order = await cloud.getAs('o_resident', 'order.get', { orderId: order.orderId });
  await steps.move('o_resident', 'order.cancel', order, { reason: 'solved-myself' });
}

test('a private order’s requester, words and category are in no message, no subscription field, no log', async () => {
  await solve();
  await closeOtherwise();
  // Nobody accepts: warnings and each level's escalation.
  await steps.dispatch(await hidden());
  for (let hours = 0; hours < 96; hours += 12) {
    await cloud.control('/local/clock', { advanceMs: 12 * 3_600_000, timers: 'skip' });
    await cloud.control('/local/clock', { advanceMs: 10 * 60_000 });
  }

  const inboxes = cloud
    .stored<LoginWithInbox>('logins')
    .filter(({ _id }) => _id !== 'o_resident')
    .map(({ _id, inbox }) => ({ _id, inbox }));
  const sent = (await cloud.control('/local/subscribe-messages')) as { data: object }[];
  const logs = (await cloud.trace(1_000)).map((call) => call.logs);
  const told = JSON.stringify([inboxes, sent.map(({ data }) => data), logs, cloud.lines]);
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);

  const kinds = new Set(
    cloud.stored<LoginWithInbox>('logins').flatMap(({ inbox, personId }) => inbox.map((one) => kindFor(one, personId))),
  );
  const driven = [...new Set(messageKinds)].filter((kind) => kinds.has(kind));
  expect(driven).toEqual(
    expect.arrayContaining([
      'created',
      'dispatched',
      'offered',
      'accepted',
      'declined',
      'completed',
      'reopened',
      'unsolved',
      'cancelled',
      'refused',
      'merged',
      'transferred',
      'due-soon',
      'overdue',
      'reminded',
      'points',
    ]),
  );
  expect(sent.length).toBeGreaterThan(20);
});
