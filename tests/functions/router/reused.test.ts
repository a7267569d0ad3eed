import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { EndpointName, Input } from '../../../miniprogram/contracts/api';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { markPresent } from '../../support/roll';
import { asked, ordersOf } from '../order/order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'files'] });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const reused = { ok: false, code: 'REQUEST_REUSED', field: 'requestId' };
const orderOf = (orderId: string) => cloud.storedOne<Order>('orders', orderId);
const as = (openid: string, requestId: string) => ({
  tries: <Name extends EndpointName>(name: Name, input: Omit<Input<Name>, 'requestId'>) =>
    cloud.callAs(openid, name, { ...input, requestId } as unknown as Input<Name>),
});

describe('a requestId that was used', () => {
  test('for one order moves no other, and nothing of the other changes', async () => {
    const [one, two] = [await steps.dispatch(await steps.create()), await steps.dispatch(await steps.create())];
    const member = as('o_member', newRequest());
    expect(await member.tries('order.accept', { orderId: one.orderId, version: one.version })).toMatchObject({
      ok: true,
    });
    const before = orderOf(two.orderId);
    expect(await member.tries('order.accept', { orderId: two.orderId, version: two.version })).toEqual({
      ...reused,
      requestId: expect.any(String),
    });
    expect(
      await member.tries('order.decline', { orderId: two.orderId, version: two.version, reason: 'no-time' }),
    ).toMatchObject(reused);
    expect(orderOf(two.orderId)).toEqual(before);
    expect(await member.tries('order.accept', { orderId: one.orderId, version: one.version })).toMatchObject({
      ok: true,
      data: { status: 'accepted' },
    });
  });

  test('to make an order moves none, and the other way round', async () => {
    const requestId = newRequest();
    const first = await steps.create('o_resident', { requestId });
    const other = await steps.create();
    expect(
      await as('o_resident', requestId).tries('order.cancel', {
        orderId: other.orderId,
        version: other.version,
        reason: 'solved-myself',
      }),
    ).toMatchObject(reused);
    const moved = newRequest();
    expect(
      await as('o_resident', moved).tries('order.cancel', {
        orderId: first.orderId,
        version: first.version,
        reason: 'solved-myself',
      }),
    ).toMatchObject({ ok: true });
    const before = cloud.stored('orders').length;
    expect(await as('o_resident', moved).tries('order.create', { ...asked, fileIds: [] })).toMatchObject(reused);
    expect(cloud.stored('orders')).toHaveLength(before);
  });

  test('for another order confirms none, and posts no points', async () => {
    const requestId = newRequest();
    await steps.create('o_resident', { requestId });
    const done = await steps.complete(await steps.accept(await steps.dispatch(await steps.create())));
    expect(
      await as('o_resident', requestId).tries('order.confirm', {
        orderId: done.orderId,
        version: done.version,
        stars: 5,
        tags: [],
      }),
    ).toMatchObject(reused);
    expect([
      orderOf(done.orderId).status,
      cloud.stored<Entry>('entries').filter(({ sourceId }) => sourceId === done.orderId),
    ]).toEqual(['completed', []]);
    expect(await steps.confirm(done)).toMatchObject({ status: 'closed' });
  });

  test('for an order changes no setting, issues no card, reveals no number', async () => {
    const requestId = newRequest();
    const order = await steps.create('o_resident', { requestId });
    expect(await as('o_resident', requestId).tries('person.saveSettings', { elder: true })).toMatchObject(reused);
    const dispatched = newRequest();
    expect(
      await as('o_worker', dispatched).tries('order.dispatch', {
        orderId: order.orderId,
        version: order.version,
        memberIds: ['p_member'],
      }),
    ).toMatchObject({ ok: true });
    const cards = cloud.stored('cards').length;
    expect(
      await as('o_worker', dispatched).tries('card.issue', { placeId: 'qinghe_g1_h1', size: 'normal' }),
    ).toMatchObject(reused);
    expect(
      await as('o_worker', dispatched).tries('order.revealPhone', { orderId: order.orderId, party: 'requester' }),
    ).toMatchObject(reused);
    expect([cloud.stored('cards').length, cloud.stored('audit').length]).toEqual([cards, 0]);
  });

  test('for a setting or a card makes and moves no order', async () => {
    const set = newRequest();
    expect(await as('o_resident', set).tries('person.saveSettings', { elder: true })).toMatchObject({ ok: true });
    const before = cloud.stored('orders').length;
    expect(await as('o_resident', set).tries('order.create', { ...asked, fileIds: [] })).toMatchObject(reused);
    expect(cloud.stored('orders')).toHaveLength(before);
    const order = await steps.create();
    const issued = newRequest();
    expect(await as('o_worker', issued).tries('card.issue', { placeId: 'qinghe_g1_h1', size: 'large' })).toMatchObject({
      ok: true,
    });
    expect(
      await as('o_worker', issued).tries('order.dispatch', {
        orderId: order.orderId,
        version: order.version,
        memberIds: ['p_member'],
      }),
    ).toMatchObject(reused);
    expect(orderOf(order.orderId)).toMatchObject({ status: 'submitted', version: 1 });
  });

  test('for one card, or for one activity, serves no other', async () => {
    const issued = newRequest();
    expect(await as('o_worker', issued).tries('card.issue', { placeId: 'qinghe_g1_h1', size: 'normal' })).toMatchObject(
      { ok: true },
    );
    expect(await as('o_worker', issued).tries('card.issue', { placeId: 'qinghe_g1_h1', size: 'large' })).toMatchObject(
      reused,
    );
    const plan = {
      title: '主题党日',
      kind: 'party-day',
      startsAt: '2026-11-23T01:00:00.000Z',
      placeName: '活动室',
    } as const;
    const [one, two] = [
      await cloud.getAs('o_secretary', 'activity.create', { ...plan, requestId: newRequest() }),
      await cloud.getAs('o_secretary', 'activity.create', { ...plan, requestId: newRequest() }),
    ];
    const closing = as('o_secretary', newRequest());
    const version = await markPresent(cloud, 'o_secretary', one.activityId);
    await markPresent(cloud, 'o_secretary', two.activityId, 'p_senior');
    expect(await closing.tries('activity.close', { activityId: one.activityId, version })).toMatchObject({ ok: true });
    expect(await closing.tries('activity.close', { activityId: two.activityId, version: two.version })).toMatchObject(
      reused,
    );
    expect(await cloud.getAs('o_secretary', 'activity.get', { activityId: two.activityId })).toMatchObject({
      state: 'open',
    });
  });

  test('by somebody else is another request, and one that was refused is free', async () => {
    const requestId = newRequest();
    const order = await steps.create('o_resident', { requestId });
    expect(
      await as('o_worker', requestId).tries('order.dispatch', {
        orderId: order.orderId,
        version: order.version,
        memberIds: [],
      }),
    ).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
    expect(
      await as('o_worker', requestId).tries('order.dispatch', {
        orderId: order.orderId,
        version: order.version,
        memberIds: ['p_member'],
      }),
    ).toMatchObject({ ok: true });
  });
});

test('two orders that one requestId moves at once: one is moved, the other refused', async () => {
  const both = [await steps.dispatch(await steps.create()), await steps.dispatch(await steps.create())];
  const member = as('o_member', newRequest());
  const replies = await Promise.all(
    both.map(({ orderId, version }) => member.tries('order.accept', { orderId, version })),
  );
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['REQUEST_REUSED', 'ok']);
  expect(both.map(({ orderId }) => orderOf(orderId).status).sort()).toEqual(['accepted', 'dispatched']);
});

/** Two calls of one moment under one id. @returns `ok` and refusals, sorted */
async function atOnce(calls: readonly ((requestId: string) => Promise<{ ok: boolean; code?: string }>)[]) {
  const requestId = newRequest();
  const replies = await Promise.all(calls.map((call) => call(requestId)));
  return replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort();
}
const oneOfThem = ['REQUEST_REUSED', 'ok'];
const rounds = [0, 1, 2, 3, 4];
const order = (openid: string) => (requestId: string) =>
  cloud.callAs(openid, 'order.create', { ...asked, fileIds: [], placeId: 'qinghe_g1_c1', requestId });
const callOf = (openid: string) => (requestId: string) =>
  cloud.callAs(openid, 'order.intake', {
    category: 'repair',
    words: '灯不亮了',
    when: 'any',
    name: '王奶奶',
    phone: '16400000777',
    placeId: 'qinghe_g1_c1',
    anyway: true,
    requestId,
  });
const startsAt = '2026-11-25T01:00:00.000Z';
const meeting = (openid: string) => (requestId: string) =>
  cloud.callAs(openid, 'activity.create', { title: '党课', kind: 'lecture', startsAt, placeName: '活动室', requestId });

describe('two writes of different kinds that one requestId makes at once: one happens, the other is refused', () => {
  const made = () =>
    ['orders', 'activities', 'cards']
      .flatMap((name) => cloud.stored<{ _id: string }>(name))
      .filter(({ _id }) => !_id.startsWith('requests:')).length;

  test('an order, a call written down, a meeting and a card', async () => {
    const pairs = [
      [order('o_secretary'), meeting('o_secretary')],
      [callOf('o_secretary'), meeting('o_secretary')],
      [order('o_secretary'), callOf('o_secretary')],
      [
        callOf('o_worker'),
        (requestId: string) =>
          cloud.callAs('o_worker', 'card.issue', { placeId: 'qinghe_g1_h1', size: 'normal', requestId }),
      ],
    ];
    for (const pair of pairs) {
      const before = made();
      for (const round of rounds) expect([round, await atOnce(pair)]).toEqual([round, oneOfThem]);
      expect(made()).toBe(before + rounds.length);
    }
  });

  test('a registration beside an order, and beside another registration', async () => {
    for (const index of rounds) {
      const openid = `o_once${index}`;
      const token = 'Card7Courtyard1East';
      const register = (name: string, phone: string) => (requestId: string) =>
        cloud.callAs(openid, 'person.register', { token, name, phone, requestId });
      const both = [register('甲', `1640000110${index}`), register('乙', `1640000120${index}`)];
      expect(await atOnce(both)).toEqual(oneOfThem);
      const phoneCode = await cloud.phoneCode(openid, `1640000130${index}`);
      const prove = (requestId: string) => cloud.callAs(openid, 'person.register', { phoneCode, requestId });
      expect(await atOnce([order(openid), prove])).toEqual(oneOfThem);
    }
  });

  test('a confirmation with its points beside the signature that pays for a meeting', async () => {
    await cloud.setClock('2026-11-24T10:00:00+08:00');
    for (const round of rounds) {
      const done = await steps.complete(
        await steps.accept(await steps.dispatch(await steps.create('o_secretary', { placeId: 'qinghe_g1_c1' }))),
      );
      const startsAt = new Date(Date.parse('2026-11-22T01:00:00.000Z') - round * 86_400_000).toISOString();
      const plan = { title: '主题党日', kind: 'party-day', placeName: '活动室', startsAt } as const;
      const { activityId } = await cloud.getAs('o_group', 'activity.create', { ...plan, requestId: newRequest() });
      const marked = await markPresent(cloud, 'o_group', activityId);
      const closing = { activityId, version: marked, requestId: newRequest() };
      const closed = await cloud.getAs('o_group', 'activity.close', closing);
      const { version } = done;
      const entries = () =>
        cloud
          .stored<Entry>('entries')
          .filter(({ sourceId }) => sourceId === activityId || sourceId === done.orderId)
          .map(({ sourceId }) => sourceId);
      const replies = await atOnce([
        (requestId) =>
          cloud.callAs('o_secretary', 'order.confirm', {
            orderId: done.orderId,
            version,
            stars: 5,
            tags: [],
            requestId,
          }),
        (requestId) =>
          cloud.callAs('o_secretary', 'activity.sign', { activityId, version: closed.version, agree: true, requestId }),
      ]);
      expect(replies).toEqual(oneOfThem);
      expect(new Set(entries()).size).toBe(1);
    }
  });
});

test('remembering costs an order nothing, and any other write one more', async () => {
  const order = await steps.dispatch(await steps.create());
  await steps.accept(order);
  expect((await cloud.lastCall()).reads).toBe(1);
  await cloud.getAs('o_worker', 'card.issue', { placeId: 'qinghe_g1_h1', size: 'normal', requestId: newRequest() });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 2 });
});
