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

const phone = '16400000001';
const open = (openid: string, order: OrderView) => cloud.callAs(openid, 'order.get', { orderId: order.orderId });
const seen = async (openid: string, order: OrderView) => {
  const reply = await open(openid, order);
  if (!reply.ok) return reply.code;
  const text = JSON.stringify(reply.data);
  return [
    reply.data.words ? 'words' : '',
    text.includes('李秀兰') ? 'name' : '',
    text.includes(phone) ? 'phone' : '',
    text.includes('东屋') ? 'door' : text.includes('石榴巷') ? 'courtyard' : '',
    reply.data.finishCode ? 'code' : '',
  ]
    .filter(Boolean)
    .join(' ');
};

test('who sees what of an open order', async () => {
  const accepted = await steps.accept(
    await steps.dispatch(await steps.create('o_resident', { words: '厨房水管漏水' })),
  );
  expect(await seen('o_resident', accepted)).toBe('words name door code');
  expect(await seen('o_member', accepted)).toBe('words name phone door');
  for (const staff of ['o_worker', 'o_leader', 'o_committee', 'o_secretary'])
    expect(await seen(staff, accepted)).toBe('words name door');
  for (const watcher of ['o_head', 'o_lane', 'o_group', 'o_inspector'])
    expect(await seen(watcher, accepted)).toBe('words courtyard');
  // Was offered it and was too late: what it was, nothing of her.
  expect(await seen('o_member2', accepted)).toBe('words');
  for (const nobody of [
    'o_neighbour',
    'o_elsewhere',
    'o_worker2',
    'o_captain',
    'o_stranger',
    'o_strangerSecretary',
    'o_courier',
  ])
    expect(await seen(nobody, accepted)).toBe('NOT_FOUND');
  expect(await seen('o_administrator', accepted)).toBe('FORBIDDEN');
  expect(await seen('o_nobody', accepted)).toBe('NOT_SIGNED_IN');
});

test('S1-18 a private errand is only an errand to everybody but the four who need to know', async () => {
  const order = await steps.create('o_resident', { category: 'birth', words: '产后想请人上门看看' });
  expect(order).toMatchObject({ kind: 'agency', private: true });
  for (const trusted of ['o_resident', 'o_worker', 'o_secretary'])
    expect(await seen(trusted, order)).toBe('words name door');
  for (const other of ['o_leader', 'o_committee', 'o_lane', 'o_inspector']) {
    expect(await seen(other, order)).toBe(other === 'o_leader' || other === 'o_committee' ? 'door' : 'courtyard');
    const reply = await open(other, order);
    expect(reply).toMatchObject({ ok: true, data: { category: 'other', private: true, photos: [] } });
    expect(JSON.stringify(reply)).not.toContain('产后');
  }
  const offered = await steps.dispatch(order);
  expect(await seen('o_member', offered)).toBe('courtyard');
  const accepted = await steps.accept(offered);
  expect(await seen('o_member', accepted)).toBe('words name phone door');
  const told = await cloud.getAs('o_member', 'message.list', {});
  expect(JSON.stringify(told)).not.toContain('产后');
});

test('a wish in the pool is shown without a name or a door', async () => {
  const asked = await steps.create('o_resident', { category: 'wish', words: '李秀兰想要一副老花镜，300 度' });
  // What kind of order it is, staff say.
  expect(asked).toMatchObject({ kind: 'service', category: 'wish' });
  const wish = await steps.wished(asked, '想要一副老花镜，300 度');
  const pooled = await steps.move('o_worker', 'order.dispatch', wish, { memberIds: [], pool: true });
  expect(pooled).toMatchObject({ kind: 'wish', status: 'dispatched' });
  const { orders } = await cloud.getAs('o_captain', 'order.listWishes', {});
  expect(orders).toEqual([
    expect.objectContaining({
      orderId: wish.orderId,
      title: '想要一副老花镜，300 度',
      placeName: '红色网格',
      actions: ['accept'],
    }),
  ]);
  expect(JSON.stringify(orders)).not.toMatch(/李秀兰|石榴巷|alone/);
  const home = await cloud.getAs('o_member', 'home.get', {});
  expect(home.body).toMatchObject({ for: 'member', wishTotal: 1, redSaturday: '2026-11-28' });
  expect(await steps.move('o_captain', 'order.accept', pooled, {})).toMatchObject({ status: 'accepted' });
  expect((await cloud.getAs('o_member', 'order.listWishes', {})).orders).toEqual([]);
});

test("who said no is nobody's business but the staff's", async () => {
  const dispatched = await steps.dispatch(await steps.create());
  const declined = await steps.move('o_member', 'order.decline', dispatched, { reason: 'unwell', note: '腰扭了' });
  for (const openid of ['o_resident', 'o_member2']) {
    const text = JSON.stringify(await cloud.getAs(openid, 'order.get', { orderId: declined.orderId }));
    expect(text).not.toMatch(/腰扭了|unwell|张海涛/);
  }
  expect(JSON.stringify(await cloud.getAs('o_worker', 'order.get', { orderId: declined.orderId }))).toMatch(
    /张海涛.*unwell.*腰扭了/,
  );
});

test('a number is revealed to who may call it, and its owner sees who looked', async () => {
  const dispatched = await steps.dispatch(await steps.create());
  const ask = (openid: string, party: 'requester' | 'assignee', requestId = newRequest()) =>
    cloud.callAs(openid, 'order.revealPhone', { orderId: dispatched.orderId, party, requestId });
  const requestId = newRequest();
  expect(await ask('o_worker', 'requester', requestId)).toEqual({ ok: true, data: { name: '李秀兰', phone } });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 3 });
  expect(await ask('o_worker', 'requester', requestId)).toMatchObject({ ok: true });
  expect(await ask('o_worker', 'assignee')).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'party' });
  expect(await ask('o_member', 'requester')).toMatchObject({ ok: false, code: 'FORBIDDEN', field: 'party' });
  expect(await ask('o_worker2', 'requester')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  const party = async (openid: string) =>
    (await cloud.getAs(openid, 'order.get', { orderId: dispatched.orderId })).requester;
  expect([await party('o_member'), await party('o_worker')]).toMatchObject([
    { mayCall: false },
    { mayCall: true, phone: expect.stringContaining('*') },
  ]);
  const accepted = await steps.accept(dispatched);
  expect(await party('o_member')).toEqual({ name: '李秀兰', phone, mayCall: true });
  expect(await ask('o_worker', 'assignee', requestId)).toMatchObject({
    ok: false,
    code: 'REQUEST_REUSED',
    field: 'requestId',
  });
  expect(await ask('o_member', 'requester')).toMatchObject({ ok: true, data: { phone } });
  expect(await ask('o_resident', 'assignee')).toMatchObject({
    ok: true,
    data: { name: '张海涛', phone: '16400000004' },
  });
  const { reveals } = await cloud.getAs('o_resident', 'person.listReveals', {});
  expect(
    reveals.filter(({ orderNumber }) => orderNumber === accepted.number).map(({ byName, hat }) => [byName, hat]),
  ).toEqual([
    ['张海涛', 'member'],
    ['赵慧敏', 'gridWorker'],
  ]);
});

test("the two parties' numbers are masked again when it is over", async () => {
  const closed = await steps.confirm(
    await steps.complete(await steps.accept(await steps.dispatch(await steps.create()))),
  );
  expect(await seen('o_member', closed)).toBe('words name door');
  expect(closed.assignee?.phone).toBe('164 **** 0004');
});

test('what staff say to whoever goes is read by those who go or are asked, not by whoever ordered', async () => {
  const order = await steps.create();
  await steps.move('o_neighbour', 'order.join', order, {});
  const note = '老人耳背，敲门响一点';
  await steps.move('o_worker', 'order.dispatch', order, { memberIds: ['p_member', 'p_member2'], note });
  const reads = async (openid: string) =>
    JSON.stringify(await cloud.getAs(openid, 'order.get', { orderId: order.orderId })).includes(note);
  const openids = ['o_member', 'o_member2', 'o_worker', 'o_leader', 'o_secretary', 'o_resident', 'o_neighbour'];
  const asked = await Promise.all(openids.map(reads));
  expect(asked).toEqual([true, true, true, true, true, false, false]);
  await steps.accept(await cloud.getAs('o_member', 'order.get', { orderId: order.orderId }));
  expect([await reads('o_member'), await reads('o_member2'), await reads('o_resident')]).toEqual([true, false, false]);
});
