import type { Order } from '../../../cloudfunctions/core/order/document/order';
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
/** Each test has a day of its own: somebody asks for so many things a day, and no more. */
beforeEach(() => cloud.control('/local/clock', { advanceMs: 24 * hourMs, timers: 'skip' }));

const hourMs = 3_600_000;
const orderOf = (orderId: string) => cloud.storedOne<Order>('orders', orderId);

/** Until after the night's work. */
async function passNight(): Promise<void> {
  await cloud.control('/local/clock', { advanceMs: 24 * hourMs, timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: hourMs / 6 });
}

test('two orders merged into each other at once: one stays open', async () => {
  for (let times = 0; times < 20; times += 1) {
    const [one, other] = [await steps.create(), await steps.create('o_neighbour')];
    const replies = await Promise.all([
      steps.tried('o_worker', 'order.merge', one, { intoId: other.orderId }),
      steps.tried('o_leader', 'order.merge', other, { intoId: one.orderId }),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect([orderOf(one.orderId), orderOf(other.orderId)].filter(({ closed }) => closed)).toHaveLength(1);
  }
});

test('merged beside the other one’s end: never into a closed order', async () => {
  for (let times = 0; times < 20; times += 1) {
    const [one, other] = [await steps.create(), await steps.create('o_neighbour')];
    const [merged, cancelled] = await Promise.all([
      steps.tried('o_worker', 'order.merge', one, { intoId: other.orderId }),
      steps.tried('o_neighbour', 'order.cancel', other, { reason: 'other' }),
    ]);
    expect(cancelled.ok || merged.ok).toBe(true);
    const [first, second] = [orderOf(one.orderId), orderOf(other.orderId)];
    if (merged.ok) expect(second.followers).toContain('p_resident');
    else expect(first).toMatchObject({ status: 'submitted', revision: 1 });
    if (!cancelled.ok) expect(second.closed).toBe(false);
  }
});

test('whoever was merged sees the other order, hears how it ends and may say that it is not solved', async () => {
  const [one, other] = [await steps.create(), await steps.create('o_neighbour')];
  await steps.move('o_worker', 'order.merge', one, { intoId: other.orderId });
  const completed = await steps.complete(await steps.accept(await steps.dispatch(other)));
  const seen = await cloud.getAs('o_resident', 'order.get', { orderId: other.orderId });
  expect(seen).toMatchObject({ joined: true, words: other.words, actions: ['reopen'] });
  expect(await steps.messageKinds('o_resident', other.orderId)).toEqual(['completed', 'accepted', 'dispatched']);
  const again = await steps.move('o_resident', 'order.reopen', seen, { words: '我家还在漏' });
  expect(again.status).toBe('accepted');
  const done = await steps.complete(again);
  expect(done.version).toBe(completed.version + 2);
  await steps.confirm(done, 'o_neighbour');
  expect((await steps.messageKinds('o_resident', other.orderId))[0]).toBe('solved');
  await passNight();
  expect(orderOf(one.orderId)).toMatchObject({ closed: true, outcome: 'merged' });
});

test('who has no WeChat is rung about the order that theirs was merged into, until it is over and told', async () => {
  const call = {
    category: 'repair',
    words: '我家水管也漏了',
    when: 'any',
    name: '王大娘',
    phone: '03514001888',
  } as const;
  const theirs = await cloud.getAs('o_worker', 'order.intake', {
    ...call,
    placeId: 'qinghe_g1_h2',
    requestId: newRequest(),
  });
  const other = await steps.create('o_neighbour');
  await steps.move('o_worker', 'order.merge', theirs, { intoId: other.orderId });
  const rung = async (openid = 'o_worker') =>
    (await cloud.getAs(openid, 'order.listNews', {})).orders.filter(({ name }) => name === '王大娘');
  const home = async () => {
    const { body } = await cloud.getAs('o_worker', 'home.get', {});
    return body.for === 'grid' ? body.newsByPhone : undefined;
  };
  const before = (await home()) ?? 0;
  const completed = await steps.complete(await steps.accept(await steps.dispatch(other)));
  const [own, lead] = await rung();
  expect(own).toMatchObject({ orderId: theirs.orderId, news: [{ kind: 'merged' }] });
  expect(lead).toMatchObject({ orderId: other.orderId, personId: expect.any(String), placeName: other.placeName });
  expect(lead?.news.map(({ kind }) => kind)).toEqual(['dispatched', 'accepted', 'completed']);
  expect([await home(), await rung('o_worker2')]).toEqual([before + 1, []]);
  const { orderId, personId = '' } = lead!;
  const asked = { orderId, party: 'requester', personId } as const;
  expect(await cloud.getAs('o_worker', 'order.revealPhone', { ...asked, requestId: newRequest() })).toEqual({
    name: '王大娘',
    phone: '03514001888',
  });
  for (const openid of ['o_member', 'o_neighbour'])
    expect(await cloud.callAs(openid, 'order.revealPhone', { ...asked, requestId: newRequest() })).toMatchObject({
      code: 'FORBIDDEN',
    });
  const told = await cloud.getAs('o_worker', 'order.recordTold', { orderId, personId, requestId: newRequest() });
  expect(told).not.toHaveProperty('mergedToTell');
  expect((await rung()).map((one) => one.orderId)).toEqual([theirs.orderId]);
  await steps.confirm(completed, 'o_neighbour');
  expect(await cloud.getAs('o_leader', 'order.get', { orderId })).toMatchObject({ mergedToTell: ['王大娘'] });
  expect((await rung()).at(-1)?.news.map(({ kind }) => kind)).toEqual(['solved']);
  await cloud.getAs('o_leader', 'order.recordTold', { orderId, personId, requestId: newRequest() });
  expect(
    await cloud.callAs('o_worker', 'order.recordTold', { ...{ orderId, personId }, requestId: newRequest() }),
  ).toMatchObject({
    code: 'ALREADY_SETTLED',
  });
  expect((await rung()).map((one) => one.orderId)).toEqual([theirs.orderId]);
});

test('the night sends out anew what was merged into an order that did not solve it, with its own clock', async () => {
  const [one, two, last] = [await steps.create(), await steps.create('o_neighbour'), await steps.create('o_head')];
  await steps.move('o_worker', 'order.merge', one, { intoId: two.orderId });
  await steps.move('o_worker', 'order.merge', two, { intoId: last.orderId });
  await passNight();
  expect([orderOf(one.orderId).status, orderOf(two.orderId).status]).toEqual(['closed', 'closed']);
  await steps.move('o_head', 'order.cancel', last, { reason: 'solved-myself' });
  await passNight();
  for (const { orderId } of [one, two]) {
    const order = orderOf(orderId);
    expect(order).toMatchObject({ status: 'submitted', outcome: null, mergedInto: null, late: false, escalation: 0 });
    expect(order.dueAt!.getTime() - order.clockStartedAt.getTime()).toBe(16 * hourMs);
  }
  expect((await steps.messageKinds('o_resident', one.orderId))[0]).toBe('restored');
  expect((await steps.messageKinds('o_worker', one.orderId))[0]).toBe('restored');
  await passNight();
  expect(orderOf(one.orderId).trail.filter(({ action }) => action === 'restore')).toHaveLength(1);
});

test('an order is merged into one of its courtyard, its own category first, or of its category elsewhere', async () => {
  await cloud.control('/local/reset', {});
  const [one, other] = [await steps.create(), await steps.create('o_neighbour', { category: 'errand', words: '取药' })];
  const alike = await steps.create('o_neighbour', { words: '水龙头滴水' });
  const secret = await steps.create('o_neighbour', { words: '私下说的水管', private: true });
  const call = { words: '水管又漏了', when: 'any', name: '王奶奶', phone: '16400000771' } as const;
  const intake = (category: string) =>
    cloud.getAs('o_worker', 'order.intake', {
      ...{ ...call, category, placeId: 'qinghe_g1_c2', anyway: true, requestId: newRequest() },
    });
  const [further, elsewhere] = [await intake('repair'), await intake('escort')];
  const find = (openid: string) => cloud.getAs(openid, 'order.findDuplicates', { orderId: one.orderId });
  const found = (await find('o_worker')).orders.map(({ orderId }) => orderId);
  expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0, refusals: [] });
  const places = [alike, other, further].map(({ orderId }) => found.indexOf(orderId));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((first, second) => first - second));
  for (const { orderId } of [one, secret, elsewhere]) expect(found).not.toContain(orderId);
  const tried = (openid: string, more: object) =>
    cloud.callAs(openid, 'order.findDuplicates', { orderId: one.orderId, ...more });
  expect(await tried('o_worker2', {})).toMatchObject({ code: 'NOT_FOUND', field: 'orderId' });
  expect(await tried('o_worker', { placeId: 'qinghe_g1_c1' })).toMatchObject({ code: 'INVALID_INPUT' });
});
