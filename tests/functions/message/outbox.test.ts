import { kindFor } from '../../../cloudfunctions/core/access/inbox';
import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import { emptyOutboxes } from '../../../cloudfunctions/core/message/jobs/empty-outboxes';
import { orders, type Order } from '../../../cloudfunctions/core/order/document/order';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from '../order/order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
let services: Services;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  steps = ordersOf(cloud);
  services = await cloud.services();
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await cloud.control('/local/faults', undefined, 'DELETE');
  await cloud.control('/local/reset', {});
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});

const inboxOf = (openid: string) => cloud.storedOne<LoginWithInbox>('logins', openid);
const heard = (openid: string, orderId: string) => {
  const { inbox, personId } = inboxOf(openid);
  return inbox.filter((message) => message.orderId === orderId).map((message) => kindFor(message, personId));
};
const fault = (kind: string, match: string, more: object = {}) =>
  cloud.control('/local/faults', { kind, match, inside: 'api', ...more });
const orderOf = (orderId: string) => cloud.storedOne<Order>('orders', orderId);

async function offer(orderId: string, version: number, requestId = newRequest()) {
  return cloud.callAs('o_worker', 'order.dispatch', { orderId, version, memberIds: ['p_member'], requestId });
}

describe('news of a move', () => {
  it.each([
    ['the order’s write', 'timeout-after', 'database.modifyDocument orders'],
    ['the look-up of the caller and the recipients', 'timeout-before', 'database.aggregateDocuments logins'],
    ['the inbox’s write', 'timeout-before', 'database.modifyDocument logins'],
    ['the inbox’s write, whose reply was lost', 'timeout-after', 'database.modifyDocument logins'],
  ])('is told once by the repetition of a call that lost %s', async (_what, kind, match) => {
    const order = await steps.create();
    const requestId = newRequest();
    await fault(kind, match);
    await offer(order.orderId, order.version, requestId);
    expect(await cloud.control('/local/faults')).toEqual([]);
    expect(await offer(order.orderId, order.version, requestId)).toMatchObject({ ok: true });
    expect(heard('o_member', order.orderId)).toEqual(['offered']);
    expect(heard('o_resident', order.orderId)).toEqual(['dispatched']);
    expect(await offer(order.orderId, order.version, requestId)).toMatchObject({ ok: true });
    expect([heard('o_member', order.orderId), inboxOf('o_member').unread]).toEqual([['offered'], 1]);
  });

  it.each([
    ['the order’s write', 'timeout-after', 'database.modifyDocument orders'],
    ['the inbox’s write', 'timeout-before', 'database.modifyDocument logins'],
    ['the inbox’s write, whose reply was lost', 'timeout-after', 'database.modifyDocument logins'],
  ])('is told once by the timer where nobody repeats a call that lost %s', async (_what, kind, match) => {
    const order = await steps.create();
    await fault(kind, match);
    await offer(order.orderId, order.version);
    expect(await cloud.control('/local/faults')).toEqual([]);
    expect(orderOf(order.orderId).outbox).toHaveLength(2);
    await cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
    expect([heard('o_member', order.orderId), heard('o_resident', order.orderId)]).toEqual([
      ['offered'],
      ['dispatched'],
    ]);
    expect(orderOf(order.orderId)).not.toHaveProperty('outbox');
    expect(orderOf(order.orderId)).not.toHaveProperty('outboxAt');
    await cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
    expect(heard('o_member', order.orderId)).toEqual(['offered']);
  });

  it('stands in the order in which it happened, however late it comes', async () => {
    const order = await steps.create();
    await fault('timeout-before', 'database.modifyDocument logins');
    const { version } = await steps.dispatch(order, ['p_member']);
    expect(heard('o_resident', order.orderId)).toEqual([]);
    await cloud.control('/local/clock', { advanceMs: 1_000 });
    await cloud.getAs('o_member', 'order.accept', { orderId: order.orderId, version, requestId: newRequest() });
    expect(heard('o_resident', order.orderId)).toEqual(['accepted']);
    await cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
    expect(heard('o_resident', order.orderId)).toEqual(['dispatched', 'accepted']);
  });

  it('that fell out of a full inbox is not told again', async () => {
    const order = await steps.create();
    await offer(order.orderId, order.version);
    const { inbox } = inboxOf('o_member');
    const later = Array.from({ length: 60 }, (_, index) => ({
      ...inbox[0]!,
      messageId: `later${index}`,
      at: new Date(inbox[0]!.at.getTime() + 1_000 + index),
    }));
    await cloud.change('logins', 'o_member', { inbox: later });
    await cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
    expect(inboxOf('o_member').inbox.map(({ messageId }) => messageId)).toEqual(
      later.map(({ messageId }) => messageId),
    );
    expect(orderOf(order.orderId)).not.toHaveProperty('outbox');
  });

  it('is sent as one subscription message, by whoever writes the inbox', async () => {
    await cloud.control('/local/subscribe', { openid: 'o_member', templateIds: ['offer-news', 'offer-news'] });
    for (let count = 0; count < 2; count += 1)
      await cloud.getAs('o_member', 'message.grant', { accepted: ['offer-news'], requestId: newRequest() });
    const order = await steps.create();
    await fault('timeout-before', 'database.modifyDocument logins', { times: 2 });
    await offer(order.orderId, order.version);
    for (const wait of [11, 11]) await cloud.control('/local/clock', { advanceMs: wait * 60_000 });
    const sent = (await cloud.control('/local/subscribe-messages')) as { touser: string }[];
    expect(sent.filter(({ touser }) => touser === 'o_member')).toHaveLength(1);
    expect(inboxOf('o_member').credits.offerNews).toBe(1);
  });
});

describe('the job that empties outboxes', () => {
  it('needs one read of orders, one of inboxes and one write for 50 orders that everybody has heard of', async () => {
    const made = [];
    for (let count = 0; count < 12; count += 1) made.push(await steps.create());
    await cloud.control('/local/clock', { advanceMs: 61_000 });
    const counts = { find: 0, update: 0 };
    const { database } = services;
    const counted: Services['database'] = {
      ...database,
      find: (...asked) => ((counts.find += 1), database.find(...asked)),
      updateWhere: (...asked) => ((counts.update += 1), database.updateWhere(...asked)),
    };
    const clock = { now: () => new Date('2026-11-23T02:02:00Z') };
    const until = new Date('2026-11-23T02:03:00Z');
    const job = emptyOutboxes([orders]);
    expect(await job.run({ ...services, clock, database: counted }, undefined, until)).toEqual({ done: 12 });
    expect(counts).toEqual({ find: 2, update: 1 });
    expect(cloud.stored<Order>('orders').filter(({ outbox }) => outbox)).toEqual([]);
  });

  it('goes on with the others where one cannot be told, and does not forget it', async () => {
    const [one, two] = [await steps.create(), await steps.create()];
    await cloud.change('logins', 'o_worker', { inbox: [] });
    const { database } = services;
    const failing: Services['database'] = {
      ...database,
      updateWhere: (within, where, change) =>
        JSON.stringify(change).includes(`"orderId":"${one.orderId}"`)
          ? Promise.reject(new Error('lost'))
          : database.updateWhere(within, where, change),
    };
    const lines: object[] = [];
    const log = { line: (level: string, fields: object) => void lines.push({ level, ...fields }) };
    const clock = { now: () => new Date('2026-11-23T02:02:00Z') };
    const until = new Date('2026-11-23T02:03:00Z');
    const job = emptyOutboxes([orders]);
    expect(await job.run({ ...services, clock, log, database: failing }, undefined, until)).toEqual({ done: 1 });
    expect(heard('o_worker', two.orderId)).toEqual(['created']);
    expect([orderOf(one.orderId).outbox?.length, orderOf(two.orderId).outbox]).toEqual([1, undefined]);
    expect(lines.length).toBeGreaterThan(0);
    expect(await job.run({ ...services, clock }, undefined, until)).toEqual({ done: 1 });
    expect(heard('o_worker', one.orderId)).toEqual(['created']);
  });
});
