import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { asked, ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const inboxes = () => cloud.stored<LoginWithInbox>('logins').flatMap(({ inbox = [] }) => inbox);

test('made private, an order leaves pool and neighbours, and its words every message already written', async () => {
  const words = '阳台的晾衣绳断了，够不着';
  const created = await steps.create('o_resident', { words });
  await steps.move('o_neighbour', 'order.join', created, {});
  const pooled = await cloud.getAs('o_worker', 'order.dispatch', {
    orderId: created.orderId,
    version: created.version,
    memberIds: [],
    pool: true,
    requestId: newRequest(),
  });
  const pool = async () => (await cloud.getAs('o_member', 'order.listWishes', {})).orders.map(({ orderId }) => orderId);
  const similar = async () =>
    (
      await cloud.getAs('o_neighbour', 'order.findSimilar', {
        category: asked.category,
        words,
        placeId: 'qinghe_g1_c1',
      })
    ).order?.orderId;
  expect(await pool()).toContain(created.orderId);
  const told = inboxes().filter(({ orderId }) => orderId === created.orderId);
  expect(told.filter(({ title }) => title !== undefined).length).toBeGreaterThan(1);

  const hidden = await steps.move('o_resident', 'order.makePrivate', pooled, {});
  expect(hidden).toMatchObject({ private: true, status: 'submitted', words });
  expect(await pool()).not.toContain(created.orderId);
  expect(await similar()).not.toBe(created.orderId);
  expect(await cloud.callAs('o_neighbour', 'order.get', { orderId: created.orderId })).toMatchObject({
    code: 'NOT_FOUND',
  });
  const left = inboxes().filter(({ orderId }) => orderId === created.orderId);
  expect(left.length).toBeGreaterThan(1);
  expect(JSON.stringify([left, steps.stored(created).outbox])).not.toMatch(/晾衣绳|"title"/);
  expect((await cloud.getAs('o_neighbour', 'message.list', {})).messages[0]).toMatchObject({ kind: 'made-private' });
});

test('S1-18 what staff make private at triage loses its words in every message already written, too', async () => {
  const created = await steps.create('o_resident', { words: '想请人陪着去精神科复诊' });
  const taken = await steps.accept(await steps.dispatch(created));
  const back = await steps.move('o_member', 'order.release', taken, { reason: 'unwell' });
  const of = ({ orderId }: { orderId?: string }) => orderId === created.orderId;
  expect(JSON.stringify(inboxes().filter(of))).toMatch(/精神科/);
  const kind = { category: 'repair', kind: 'service', urgent: false, private: true } as const;
  const current = await cloud.getAs('o_worker', 'order.get', { orderId: back.orderId });
  expect(await steps.move('o_worker', 'order.reclassify', current, kind)).toMatchObject({ private: true });
  expect(await cloud.lastCall()).toMatchObject({ refusals: [] });
  expect(inboxes().filter(of).length).toBeGreaterThan(1);
  expect(JSON.stringify([inboxes().filter(of), steps.stored(created).outbox])).not.toMatch(/精神科|"title"/);
});

test('only its requester, or staff for somebody without WeChat, makes it private; once', async () => {
  const order = await steps.create();
  for (const openid of ['o_neighbour', 'o_member', 'o_worker'])
    expect(await steps.tried(openid, 'order.makePrivate', order, {})).toMatchObject({ ok: false });
  const hidden = await steps.move('o_resident', 'order.makePrivate', order, {});
  expect(await steps.tried('o_resident', 'order.makePrivate', hidden, {})).toMatchObject({ code: 'WRONG_STATUS' });
});

test('a rating is changed by whoever gave it, shown as changed, and too late after seven days', async () => {
  const closed = await steps.confirm(
    await steps.complete(await steps.accept(await steps.dispatch(await steps.create()))),
  );
  expect(closed.actions).toContain('changeRating');
  const rated = await steps.move('o_resident', 'order.changeRating', closed, {
    stars: 2,
    tags: ['late'],
    words: '又漏了',
  });
  expect(rated).toMatchObject({
    outcome: 'solved',
    rating: { stars: 2, tags: ['late'], words: '又漏了', via: 'requester', changed: true },
    award: closed.award,
  });
  expect(await steps.tried('o_worker', 'order.changeRating', rated, { stars: 5, tags: [] })).toMatchObject({
    ok: false,
  });
  await cloud.control('/local/clock', { advanceMs: 7 * 86_400_000 + 60_000, timers: 'skip' });
  expect(await steps.tried('o_resident', 'order.changeRating', rated, { stars: 5, tags: [] })).toMatchObject({
    code: 'RATING_TOO_LATE',
  });
  expect((await cloud.getAs('o_resident', 'order.get', { orderId: rated.orderId })).actions).not.toContain(
    'changeRating',
  );
});
