import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { OrderView } from '../../../miniprogram/contracts/order';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './people';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let play: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  play = ordersOf(cloud);
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const kinds = async (openid: string, orderId: string) =>
  (await cloud.getAs(openid, 'message.list', {})).messages
    .filter((message) => message.orderId === orderId)
    .map(({ kind }) => kind);
const stored = (order: OrderView) => cloud.storedOne<Order>('orders', order.orderId);

describe('dispatching', () => {
  test('to somebody without a login, of another community, or the requester is refused with the field', async () => {
    const order = await play.create();
    const to = (memberIds: string[]) => play.tried('o_worker', 'order.dispatch', order, { memberIds });
    expect(await to(['p_member', 'p_imported'])).toMatchObject({
      ok: false,
      code: 'MEMBER_UNREACHABLE',
      field: 'memberIds.1',
    });
    expect(await to(['p_strangerWorker'])).toMatchObject({
      ok: false,
      code: 'MEMBER_UNREACHABLE',
      field: 'memberIds.0',
    });
    expect(await to(['p_courier'])).toMatchObject({ ok: false, code: 'MEMBER_UNREACHABLE', field: 'memberIds.0' });
    expect(await to([])).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'memberIds' });
    expect(await to(['p_member', 'p_member'])).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'memberIds' });
    const own = await play.create('o_member');
    expect(await play.tried('o_worker2', 'order.dispatch', own, { memberIds: ['p_member'] })).toMatchObject({
      ok: false,
      code: 'OWN_ORDER',
      field: 'memberIds.0',
    });
    expect(stored(order)).toMatchObject({ status: 'submitted', version: 1 });
  });

  test("another grid's worker, a resident and a member do not dispatch", async () => {
    const order = await play.create();
    const code = async (openid: string) => {
      const reply = await play.tried(openid, 'order.dispatch', order, { memberIds: ['p_member'] });
      return reply.ok ? 'done' : reply.code;
    };
    expect([await code('o_resident'), await code('o_member'), await code('o_worker2')]).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'NOT_FOUND',
    ]);
    expect(
      await play.tried('o_strangerSecretary', 'order.dispatch', order, { memberIds: ['p_strangerWorker'] }),
    ).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'orderId' });
  });

  test('S2-09 a team is asked through its captain, who names who goes', async () => {
    const offered = await play.dispatch(await play.create(), ['p_captain']);
    expect(await cloud.getAs('o_captain', 'order.get', { orderId: offered.orderId })).toMatchObject({
      team: '维修小分队',
      actions: ['accept', 'decline'],
    });
    const team = await cloud.getAs('o_captain', 'order.suggest', { orderId: offered.orderId });
    expect(team.suggestions.map(({ name }) => name).sort()).toEqual(['张海涛', '武建平']);
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, refusals: [] });
    expect(await cloud.callAs('o_member', 'order.suggest', { orderId: offered.orderId })).toMatchObject({
      ok: false,
      code: 'FORBIDDEN',
    });
    expect(await play.tried('o_captain', 'order.accept', offered, { memberId: 'p_leader' })).toMatchObject({
      ok: false,
      code: 'FORBIDDEN',
      field: 'memberId',
    });
    expect(await play.tried('o_captain', 'order.accept', offered, { memberId: 'p_imported' })).toMatchObject({
      ok: false,
      code: 'MEMBER_UNREACHABLE',
      field: 'memberId',
    });
    const accepted = await play.move('o_captain', 'order.accept', offered, { memberId: 'p_member2' });
    expect(accepted).toMatchObject({ status: 'accepted', version: 3 });
    expect(accepted.team).toBeUndefined();
    expect(await cloud.callAs('o_captain', 'order.suggest', { orderId: offered.orderId })).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
    });
    expect(stored(offered).assignee).toMatchObject({ personId: 'p_member2', name: '武建平' });
    expect(await kinds('o_member2', offered.orderId)).toEqual(['offered']);
    expect(await play.complete(accepted, 'o_member2')).toMatchObject({ status: 'completed' });
  });

  test('after two returns only the secretary dispatches, and is told', async () => {
    let order = await play.create();
    order = await play.move('o_member', 'order.decline', await play.dispatch(order, ['p_member']), {
      reason: 'no-time',
    });
    order = await play.move('o_member', 'order.decline', await play.dispatch(order, ['p_member']), {
      reason: 'no-time',
    });
    expect(stored(order)).toMatchObject({ status: 'submitted', returns: 2, ruling: true });
    expect(await kinds('o_secretary', order.orderId)).toEqual(['ruling']);
    const shown = await cloud.getAs('o_worker', 'order.get', { orderId: order.orderId });
    expect(shown.actions).not.toContain('dispatch');
    expect(await play.tried('o_worker', 'order.dispatch', shown, { memberIds: ['p_member2'] })).toMatchObject({
      ok: false,
      code: 'RULING_NEEDED',
    });
    expect(
      (await cloud.getAs('o_secretary', 'order.getDesk', { list: 'returned' })).orders.map(({ orderId }) => orderId),
    ).toContain(order.orderId);
    expect(await play.move('o_secretary', 'order.dispatch', shown, { memberIds: ['p_member2'] })).toMatchObject({
      status: 'dispatched',
    });
  });
});

test('S1-17 租户下单、楼院长接单、网格员代办, and nobody earns service points by post', async () => {
  const order = await play.create('o_neighbour', { category: 'schooling', words: '孩子要上小学，不知道准备什么' });
  expect((await cloud.getAs('o_head', 'order.get', { orderId: order.orderId })).actions).toContain('accept');
  const vouched = await play.accept(order, 'o_head');
  expect(vouched).toMatchObject({ status: 'dispatched' });
  expect(await kinds('o_neighbour', order.orderId)).toEqual(['accepted']);
  expect(await kinds('o_worker', order.orderId)).toEqual(expect.arrayContaining(['offered', 'accepted', 'created']));
  const closed = await play.confirm(
    await play.complete(await play.accept(vouched, 'o_worker'), 'o_worker'),
    'o_neighbour',
  );
  expect(closed).toMatchObject({ status: 'closed', outcome: 'solved' });
  expect(closed.award).toBeUndefined();
  expect(closed.trail.map(({ action, hat }) => `${action} ${hat}`)).toEqual([
    'create resident',
    'accept courtyardHead',
    'accept gridWorker',
    'complete gridWorker',
    'confirm resident',
  ]);
});

describe('finishing', () => {
  test('five wrong codes, also at once, end the code; other evidence still counts', async () => {
    const accepted = await play.accept(await play.dispatch(await play.create()));
    const { finishCode } = await cloud.getAs('o_resident', 'order.get', { orderId: accepted.orderId });
    const wrong = finishCode === '0000' ? '0001' : '0000';
    const guess = (code: string) =>
      play.tried('o_member', 'order.complete', accepted, { evidence: { kind: 'code', code } });
    for (const reply of await Promise.all(Array.from({ length: 5 }, () => guess(wrong))))
      expect(reply).toMatchObject({ ok: false, code: 'WRONG_CODE' });
    expect(stored(accepted)).toMatchObject({ finishAttempts: 5, version: accepted.version });
    expect(await guess(finishCode!)).toMatchObject({ ok: false, code: 'EVIDENCE_NEEDED', field: 'evidence.code' });
    expect(await play.complete(accepted)).toMatchObject({ status: 'completed' });
  });

  test("somebody else's guess is not counted", async () => {
    const accepted = await play.accept(await play.dispatch(await play.create()));
    expect(
      await play.tried('o_member2', 'order.complete', accepted, { evidence: { kind: 'code', code: '0000' } }),
    ).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(stored(accepted).finishAttempts).toBe(0);
  });

  test('S2-14 nobody but the requester confirms, once', async () => {
    const completed = await play.complete(await play.accept(await play.dispatch(await play.create())));
    for (const openid of ['o_member', 'o_worker', 'o_secretary']) {
      expect(await play.tried(openid, 'order.confirm', completed, { stars: 5, tags: [] })).toMatchObject({
        ok: false,
        code: 'FORBIDDEN',
      });
    }
    expect(await play.tried('o_neighbour', 'order.confirm', completed, { stars: 5, tags: [] })).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
    });
    expect(await play.tried('o_resident', 'order.confirm', completed, { stars: 6, tags: [] })).toMatchObject({
      ok: false,
      code: 'INVALID_INPUT',
      field: 'stars',
    });
    await play.confirm(completed);
    expect(await play.tried('o_resident', 'order.confirm', completed, { stars: 1, tags: [] })).toMatchObject({
      ok: false,
      code: 'STALE_VERSION',
    });
    expect(
      cloud.stored<{ sourceId: string }>('entries').filter(({ sourceId }) => sourceId === completed.orderId),
    ).toHaveLength(1);
  });
});

describe('somebody without a smartphone', () => {
  const call = {
    category: 'escort',
    words: '想找人陪着去医院复查',
    when: 'any',
    name: '王奶奶',
    phone: '10000000777',
    placeId: 'qinghe_g1_c1',
  } as const;

  test('staff write the order down, call back when it is done, and the rating says that it came by phone', async () => {
    const order = await cloud.getAs('o_worker', 'order.intake', { ...call, requestId: newRequest() });
    expect(order).toMatchObject({ source: 'phone', requester: { name: '王奶奶', phone: '100 **** 0777' } });
    const completed = await play.complete(await play.accept(await play.dispatch(order)));
    const queue = await cloud.getAs('o_worker', 'order.listQueue', { filter: 'callback' });
    expect(queue.orders.map(({ orderId }) => orderId)).toEqual([order.orderId]);
    const closed = await play.confirm(completed, 'o_worker');
    expect(closed).toMatchObject({ status: 'closed', award: { points: 5 } });
    expect(stored(order).rating).toMatchObject({ stars: 5, via: 'call' });
    expect((await cloud.getAs('o_worker', 'order.listQueue', { filter: 'callback' })).counts.callback).toBe(0);
  });

  test('is the person whom the community knows by that number and name', async () => {
    const known = await cloud.getAs('o_worker', 'order.intake', {
      ...call,
      name: '曹燕',
      phone: '10000000099',
      requestId: newRequest(),
    });
    expect(stored(known).requester).toMatchObject({ personId: 'p_imported', openid: null });
    const other = await cloud.getAs('o_worker', 'order.intake', {
      ...call,
      name: '曹老师',
      phone: '10000000099',
      requestId: newRequest(),
    });
    expect(stored(other).requester.personId).not.toBe('p_imported');
  });

  test("only within one's own grid", async () => {
    expect(await cloud.callAs('o_worker2', 'order.intake', { ...call, requestId: newRequest() })).toMatchObject({
      ok: false,
      code: 'FORBIDDEN',
      field: 'placeId',
    });
    expect(
      await cloud.callAs('o_worker', 'order.intake', { ...call, placeId: 'liuyuan_c1', requestId: newRequest() }),
    ).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'placeId' });
  });
});

test('a neighbour finds the same trouble and joins instead of asking twice', async () => {
  const order = await play.create('o_resident', { category: 'legal', words: '楼道堆满了东西' });
  const { order: similar } = await cloud.getAs('o_neighbour', 'order.findSimilar', { category: 'legal' });
  expect(similar).toMatchObject({ orderId: order.orderId, title: '楼道堆满了东西' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
  const alike = async (words: string) =>
    (await cloud.getAs('o_neighbour', 'order.findSimilar', { category: 'legal', words })).order?.orderId;
  expect([await alike('楼道里全是东西'), await alike('房东不退押金怎么办')]).toEqual([order.orderId, undefined]);
  expect(await cloud.getAs('o_resident', 'order.findSimilar', { category: 'legal' })).toEqual({});
  expect(await cloud.getAs('o_elsewhere', 'order.findSimilar', { category: 'legal' })).toEqual({});
  await cloud.getAs('o_neighbour', 'order.join', {
    orderId: order.orderId,
    version: order.version,
    requestId: newRequest(),
  });
  expect(await cloud.getAs('o_neighbour', 'order.findSimilar', { category: 'legal' })).toEqual({});
  const mine = await cloud.getAs('o_neighbour', 'order.listMine', { state: 'open' });
  expect(mine.orders.map(({ orderId }) => orderId)).toEqual([order.orderId]);
  expect(JSON.stringify(mine)).not.toContain('李秀兰');
});

test('merging closes one order in favour of another open one', async () => {
  const [one, other] = [await play.create(), await play.create('o_neighbour')];
  expect(await play.tried('o_worker', 'order.merge', one, { intoId: 'oNOBODY' })).toMatchObject({
    ok: false,
    code: 'NOT_FOUND',
    field: 'intoId',
  });
  expect(await play.tried('o_worker', 'order.merge', one, { intoId: one.orderId })).toMatchObject({
    ok: false,
    code: 'INVALID_INPUT',
    field: 'intoId',
  });
  expect(await play.move('o_worker', 'order.merge', one, { intoId: other.orderId })).toMatchObject({
    status: 'closed',
    outcome: 'merged',
  });
  expect(await play.tried('o_worker', 'order.merge', other, { intoId: one.orderId })).toMatchObject({
    ok: false,
    code: 'WRONG_STATUS',
    field: 'intoId',
  });
  expect(await kinds('o_resident', one.orderId)).toEqual(['merged']);
});

test('an order away from home, at a card in hand', async () => {
  const order = await play.create('o_resident', { token: 'Card3Building0000' });
  expect(order).toMatchObject({ placeName: '建设路 3 号楼', gridName: '蓝色网格' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 2 });
  const token = (value: string) =>
    cloud.callAs('o_resident', 'order.create', {
      category: 'repair',
      words: '灯坏了',
      when: 'any',
      fileIds: [],
      token: value,
      requestId: newRequest(),
    });
  expect(await token('CardWornOut000001')).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'token' });
  expect(await token('CardLiuyuan00001')).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'token' });
});

test('a text that may not stand is refused with its field, and nothing is stored', async () => {
  const before = cloud.stored('orders').length;
  expect(
    await cloud.callAs('o_resident', 'order.create', {
      category: 'repair',
      words: '来赌博',
      when: 'any',
      fileIds: [],
      requestId: newRequest(),
    }),
  ).toMatchObject({ ok: false, code: 'CONTENT_REFUSED', field: 'words' });
  await cloud.control('/local/faults', { kind: 'openapi', match: 'security.msgSecCheck', times: 1 });
  expect(
    await cloud.callAs('o_resident', 'order.create', {
      category: 'repair',
      words: '灯坏了',
      when: 'any',
      fileIds: [],
      requestId: newRequest(),
    }),
  ).toMatchObject({ ok: false, code: 'CONTENT_UNCHECKED' });
  expect(cloud.stored('orders')).toHaveLength(before);
  const accepted = await play.accept(await play.dispatch(await play.create()));
  expect(
    await play.tried('o_member', 'order.complete', accepted, { evidence: { kind: 'phone', note: '赌博' } }),
  ).toMatchObject({ ok: false, code: 'CONTENT_REFUSED', field: 'evidence.note' });
  expect(stored(accepted)).toMatchObject({ status: 'accepted', version: accepted.version });
});

test('lists go on where they stopped and never show an order twice', async () => {
  for (let index = 0; index < 23; index += 1) await play.create('o_elsewhere', { words: `第 ${index} 件` });
  const first = await cloud.getAs('o_elsewhere', 'order.listMine', { state: 'open' });
  const second = await cloud.getAs('o_elsewhere', 'order.listMine', { state: 'open', cursor: first.next! });
  expect([first.orders.length, second.orders.length, second.next]).toEqual([20, 3, undefined]);
  expect(new Set([...first.orders, ...second.orders].map(({ orderId }) => orderId)).size).toBe(23);
  const queued = await cloud.getAs('o_worker2', 'order.listQueue', { filter: 'waiting' });
  const rest = await cloud.getAs('o_worker2', 'order.listQueue', { filter: 'waiting', cursor: queued.next! });
  expect(queued.orders).toHaveLength(20);
  expect(rest.counts).toEqual(queued.counts);
  expect(queued.orders.length + rest.orders.length).toBe(queued.counts.waiting);
});

test('a queue of more open orders than one read holds still goes on to its end', async () => {
  const like = cloud
    .stored<Order>('orders')
    .find(({ place, status }) => place.gridId === 'qinghe_g2' && status === 'submitted')!;
  cloud.database.load(
    'orders',
    Array.from({ length: 130 }, (_, index) => ({
      ...like,
      _id: `oMANY${index}`,
      requests: [`oMANY${index}`],
      key: `2026-10-01T00:00:00.000Z:oMANY${String(index).padStart(3, '0')}`,
    })),
  );
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await cloud.getAs('o_worker2', 'order.listQueue', {
      filter: 'waiting',
      ...(cursor !== undefined && { cursor }),
    });
    for (const { orderId } of page.orders) seen.add(orderId);
    cursor = page.next;
  } while (cursor !== undefined);
  expect([...seen].filter((orderId) => orderId.startsWith('oMANY'))).toHaveLength(130);
});
