import type { Input } from '../../../miniprogram/contracts/api';
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

describe('somebody without a smartphone', () => {
  const call = {
    category: 'escort',
    words: '想找人陪着去医院复查',
    when: 'any',
    name: '王奶奶',
    phone: '16400000777',
    placeId: 'qinghe_g1_c1',
  } as const;

  test('staff write the order down, call back when it is done, and the rating says that it came by phone', async () => {
    const order = await cloud.getAs('o_worker', 'order.intake', { ...call, requestId: newRequest() });
    expect(order).toMatchObject({ source: 'phone', requester: { name: '王奶奶', phone: '164 **** 0777' } });
    const completed = await steps.complete(await steps.accept(await steps.dispatch(order)));
    const queue = await cloud.getAs('o_worker', 'order.listQueue', { filter: 'callback' });
    expect(queue.orders.map(({ orderId }) => orderId)).toEqual([order.orderId]);
    expect(completed.confirmer).toEqual({ by: 'leader' });
    const closed = await steps.confirm(completed, 'o_leader');
    expect(closed).toMatchObject({ rating: { via: 'call' } });
    expect(closed).toMatchObject({ status: 'closed', award: { points: 5 } });
    expect(steps.stored(order).rating).toMatchObject({ stars: 5, via: 'call' });
    expect((await cloud.getAs('o_worker', 'order.listQueue', { filter: 'callback' })).counts.callback).toBe(0);
  });

  test('is the person whom the community knows by that number and name', async () => {
    const known = await cloud.getAs('o_worker', 'order.intake', {
      ...call,
      name: '曹燕',
      phone: '16400000099',
      requestId: newRequest(),
    });
    expect(steps.stored(known).requester).toMatchObject({ personId: 'p_imported', openid: null });
    const other = await cloud.getAs('o_worker', 'order.intake', {
      ...call,
      name: '曹老师',
      phone: '16400000099',
      anyway: true,
      requestId: newRequest(),
    });
    expect(steps.stored(other).requester.personId).not.toBe('p_imported');
  });

  test('whoever writes a call down sees the open orders of that number and of that courtyard first', async () => {
    const same = { ...call, phone: '0351-4001777', words: '厨房的灯不亮了' };
    const mine = await cloud.getAs('o_worker', 'order.intake', { ...same, requestId: newRequest() });
    const neighbours = await steps.create('o_resident', { words: '楼门关不上' });
    const secret = await steps.create('o_resident', { words: '私下说的事', private: true });
    const find = (openid: string, input: { phone?: string; placeId?: string }) =>
      cloud.getAs(openid, 'order.findDuplicates', input);
    const { orders } = await find('o_worker', { phone: '4001777', placeId: 'qinghe_g1_h1' });
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0, refusals: [] });
    expect(orders.map(({ orderId }) => orderId)).toEqual(expect.arrayContaining([mine.orderId, neighbours.orderId]));
    expect(orders[0]).toMatchObject({ orderId: mine.orderId, sameNumber: true, title: '厨房的灯不亮了' });
    expect(orders.slice(1).map(({ sameNumber }) => sameNumber)).not.toContain(true);
    const byLeader = await find('o_leader', { placeId: 'qinghe_g1_c1' });
    expect(byLeader.orders.find(({ orderId }) => orderId === secret.orderId)).not.toHaveProperty('title');
    expect((await find('o_worker', { phone: '4001777' })).orders.map(({ orderId }) => orderId)).toEqual([mine.orderId]);
    expect(await find('o_worker', { phone: '4009999' })).toEqual({ orders: [] });
    expect(await find('o_worker2', { phone: '4001777' })).toEqual({ orders: [] });
    const tried = (openid: string, placeId: string) => cloud.callAs(openid, 'order.findDuplicates', { placeId });
    expect(await tried('o_worker2', 'qinghe_g1_c1')).toMatchObject({ code: 'FORBIDDEN', field: 'placeId' });
    expect(await tried('o_worker', 'liuyuan_c1')).toMatchObject({ code: 'NOT_FOUND', field: 'placeId' });
    expect(await tried('o_resident', 'qinghe_g1_c1')).toMatchObject({ code: 'FORBIDDEN' });
    await steps.move('o_worker', 'order.refuse', mine, { reason: 'not-ours' });
    expect(await find('o_worker', { phone: '4001777' })).toEqual({ orders: [] });
  });

  test('where the caller lives is found by a plate, a name or a number, as far as the reader reaches', async () => {
    const find = async (openid: string, input: { phone?: string; words?: string }) =>
      (await cloud.getAs(openid, 'order.findDuplicates', input)).homes;
    const yards = ['石榴巷 7 号院', '石榴巷 9 号院'].map((placeLabel, at) => ({
      placeId: `qinghe_g1_c${String(at + 1)}`,
      placeLabel,
    }));
    expect(await find('o_worker', { words: '石榴巷' })).toEqual(yards);
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0 });
    expect(await find('o_worker', { words: '石榴巷9' })).toEqual([yards[1]]);
    const home = { name: '李秀兰', placeId: 'qinghe_g1_h1', placeLabel: '石榴巷 7 号院 东屋' };
    expect(await find('o_worker', { words: '李秀' })).toEqual([home]);
    expect(await find('o_worker', { phone: '16400000001' })).toContainEqual(home);
    expect(JSON.stringify(await find('o_worker', { words: '李秀' }))).not.toContain('164');
    expect(await find('o_worker', { words: '段小满' })).toBeUndefined();
    expect(await find('o_worker', { phone: '16400000003' })).toBeUndefined();
    expect(await find('o_worker2', { words: '石榴巷' })).toBeUndefined();
    expect(await find('o_worker', { words: '柳园' })).toBeUndefined();
  });

  test('the same call twice is one order, however it is typed, unless it is said to be another', async () => {
    const told = { ...call, phone: '0351-4001888', words: '三楼灯坏了，换 2 个灯泡' };
    const again = {
      ...told,
      name: '老王',
      phone: '4001888',
      words: '三楼 灯坏了 换２个灯泡。',
      placeId: 'qinghe_g1_h1',
    };
    const tried = (input: Omit<Input<'order.intake'>, 'requestId'>) =>
      cloud.callAs('o_worker', 'order.intake', { ...input, requestId: newRequest() });
    const first = await cloud.getAs('o_worker', 'order.intake', { ...told, requestId: newRequest() });
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 1, refusals: [] });
    const count = cloud.stored('orders').length;
    const refused = { code: 'DUPLICATE_ORDER', order: { orderId: first.orderId, number: first.number } };
    expect(await tried(again)).toMatchObject(refused);
    expect(await Promise.all([tried(again), tried(told)])).toMatchObject([refused, refused]);
    expect(cloud.stored('orders')).toHaveLength(count);
    expect(await tried({ ...again, words: '四楼灯坏了，换 2 个灯泡' })).toMatchObject({ ok: true });
    expect(await tried({ ...again, phone: '4001889' })).toMatchObject({ ok: true });
    expect(await tried({ ...again, anyway: true })).toMatchObject({ ok: true });
    expect(await tried(again)).toMatchObject(refused);
    await steps.move('o_worker', 'order.refuse', first, { reason: 'not-ours' });
    expect(await tried(told)).toMatchObject({ ok: true });
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
  const order = await steps.create('o_resident', { category: 'legal', words: '楼道堆满了东西' });
  const { order: similar } = await cloud.getAs('o_neighbour', 'order.findSimilar', { category: 'legal' });
  expect(similar).toMatchObject({ orderId: order.orderId, title: '楼道堆满了东西' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
  const alike = async (words: string) =>
    (await cloud.getAs('o_neighbour', 'order.findSimilar', { category: 'legal', words })).order?.orderId;
  expect([await alike('楼道里全是东西'), await alike('房东不退押金怎么办')]).toEqual([order.orderId, undefined]);
  const own = await cloud.getAs('o_resident', 'order.findSimilar', { category: 'legal', words: '房东不退押金怎么办' });
  expect(own.order).toMatchObject({ orderId: order.orderId, own: true });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
  const atAnother = await cloud.getAs('o_resident', 'order.findSimilar', {
    category: 'legal',
    placeId: 'qinghe_g2_c1',
  });
  expect(atAnother).toEqual({});
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

test('their own open order comes first however many newer ones the neighbours have', async () => {
  const own = await steps.create('o_resident', { category: 'escort', words: '想请人陪着去医院' });
  const neighbours = await steps.create('o_neighbour', { category: 'escort', words: '想请人陪着去医院' });
  const newer = Array.from({ length: 25 }, (_, index) => {
    const { _id, createdKey, ...order } = steps.stored(neighbours);
    const id = `${_id}_${String(index).padStart(2, '0')}`;
    return { ...order, _id: id, createdKey: `${createdKey}${index}`, requests: [id] };
  });
  cloud.database.load('orders', newer);
  const find = (openid: string) =>
    cloud.getAs(openid, 'order.findSimilar', { category: 'escort', words: '想请人陪着去医院' });
  expect((await find('o_resident')).order).toMatchObject({ orderId: own.orderId, own: true });
  expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0, refusals: [] });
  expect((await find('o_neighbour')).order).toMatchObject({ own: true });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
});

test('a newcomer, for whose number nobody vouches, finds their own order and no other', async () => {
  const token = 'Card7Courtyard1East';
  const register = (openid: string, phone: string) =>
    cloud.getAs(openid, 'person.register', { token, name: '新来的', phone, requestId: newRequest() });
  await register('o_newcomer', '16400005001');
  await register('o_newcomer2', '16400005002');
  const find = (openid: string) => cloud.getAs(openid, 'order.findSimilar', { category: 'counsel', token });
  expect(await find('o_newcomer')).toEqual({});
  const { orderId } = await steps.create('o_newcomer', { category: 'counsel', words: '想找人说说话', token });
  expect((await find('o_newcomer')).order).toMatchObject({ orderId, own: true });
  expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0, refusals: [] });
  expect(await find('o_newcomer2')).toEqual({});
});

test('merging closes one order in favour of another open one', async () => {
  const [one, other] = [await steps.create(), await steps.create('o_neighbour')];
  expect(await steps.tried('o_worker', 'order.merge', one, { intoId: 'oNOBODY' })).toMatchObject({
    ok: false,
    code: 'NOT_FOUND',
    field: 'intoId',
  });
  expect(await steps.tried('o_worker', 'order.merge', one, { intoId: one.orderId })).toMatchObject({
    ok: false,
    code: 'INVALID_INPUT',
    field: 'intoId',
  });
  expect(await steps.move('o_worker', 'order.merge', one, { intoId: other.orderId })).toMatchObject({
    status: 'closed',
    outcome: 'merged',
  });
  expect(await steps.tried('o_worker', 'order.merge', other, { intoId: one.orderId })).toMatchObject({
    ok: false,
    code: 'WRONG_STATUS',
    field: 'intoId',
  });
  expect(await steps.messageKinds('o_resident', one.orderId)).toEqual(['merged']);
});

test('an order away from home, at a card in hand', async () => {
  const order = await steps.create('o_resident', { token: 'Card3Building0000' });
  expect(order).toMatchObject({ placeName: '建设路 3 号楼', gridName: '蓝色网格' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 1, writes: 2 });
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
  const accepted = await steps.accept(await steps.dispatch(await steps.create()));
  expect(
    await steps.tried('o_member', 'order.complete', accepted, { evidence: { kind: 'phone', note: '赌博' } }),
  ).toMatchObject({ ok: false, code: 'CONTENT_REFUSED', field: 'evidence.note' });
  expect(steps.stored(accepted)).toMatchObject({ status: 'accepted', version: accepted.version });
});
