import type { QueueFilter } from '../../../miniprogram/contracts/order';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Lets time pass; the timer runs in the last ten minutes of it. */
async function letPass(ms: number): Promise<void> {
  await cloud.control('/local/clock', { advanceMs: ms - 600_000, timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 600_000 });
}

const queueOf = async (openid: string, filter: QueueFilter) =>
  (await cloud.getAs(openid, 'order.listQueue', { filter })).orders.map(({ orderId }) => orderId);

async function typedOrder(openid: string, phone: string, more = {}) {
  const token = 'Card7Courtyard1East';
  await cloud.getAs(openid, 'person.register', { token, name: '何桂香', phone, requestId: newRequest() });
  return steps.create(openid, { token, ...more });
}

test('a typed number is called before anybody is sent, and who called and what came of it is read', async () => {
  const order = await typedOrder('o_typed', '16400000051');
  expect(order).toMatchObject({ callFirst: true });
  expect(await queueOf('o_worker', 'callback')).toEqual([order.orderId]);
  const { order: suggested } = await cloud.getAs('o_worker', 'order.suggest', { orderId: order.orderId });
  expect(suggested).toMatchObject({
    callFirst: true,
    actions: ['refuse', 'merge', 'transfer', 'reclassify', 'relocate', 'recordCall', 'askRequester'],
  });
  expect(await steps.tried('o_worker', 'order.dispatch', order, { memberIds: ['p_member'] })).toMatchObject({
    ok: false,
    code: 'CALL_NEEDED',
  });
  expect(await steps.tried('o_member', 'order.recordCall', order, { result: 'reached' })).toMatchObject({
    ok: false,
    code: 'FORBIDDEN',
  });
  await steps.move('o_worker', 'order.recordCall', order, { result: 'unanswered' });
  expect(await steps.messageKinds('o_typed', order.orderId)).toEqual(['unreached']);
  const reached = await steps.move('o_worker', 'order.recordCall', order, { result: 'reached' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 1, writes: 1 });
  expect(reached.callFirst).toBeUndefined();
  expect(reached.trail.slice(1)).toMatchObject([
    { action: 'recordCall', byName: '赵慧敏', hat: 'gridWorker', reason: 'unanswered' },
    { action: 'recordCall', byName: '赵慧敏', hat: 'gridWorker', reason: 'reached' },
  ]);
  expect((await steps.dispatch(order)).status).toBe('dispatched');
  expect(await queueOf('o_worker', 'callback')).toEqual([]);
});

test('an emergency with a typed number is sent at once, under its own promises, and still to be called', async () => {
  const order = await typedOrder('o_typed', '16400000051', { category: 'emergency' });
  expect(order).toMatchObject({
    urgent: true,
    dispatchBy: new Date(Date.parse(order.createdAt) + hourMs).toISOString(),
  });
  expect(order.callFirst).toBeUndefined();
  const sent = await steps.dispatch(order);
  expect(sent).toMatchObject({ callDue: true });
  const { dispatchedAt, acceptBy } = steps.stored(order);
  expect(acceptBy?.getTime()).toBe(dispatchedAt!.getTime() + 2 * hourMs);
  expect(await queueOf('o_worker', 'callback')).toEqual([order.orderId]);
  await steps.move('o_worker', 'order.recordCall', sent, { result: 'reached' });
  await steps.confirm(await steps.complete(await steps.accept(sent)), 'o_typed');
});

test('a call that is delivered twice stands once, and its request records no other result', async () => {
  const order = await steps.create();
  const input = { orderId: order.orderId, version: order.version, requestId: newRequest() };
  await cloud.getAs('o_worker', 'order.recordCall', { ...input, result: 'unanswered' });
  await cloud.getAs('o_worker', 'order.recordCall', { ...input, result: 'unanswered' });
  expect(steps.stored(order).trail).toHaveLength(2);
  expect(await cloud.callAs('o_worker', 'order.recordCall', { ...input, result: 'reached' })).toMatchObject({
    ok: false,
    code: 'REQUEST_REUSED',
  });
  await steps.move('o_resident', 'order.cancel', order, { reason: 'solved-myself' });
});

describe('somebody without WeChat, for whom staff wrote it down', () => {
  const intake = async () => {
    const order = await cloud.getAs('o_worker', 'order.intake', {
      category: 'escort',
      words: '想找人陪着去医院复查',
      when: 'any',
      name: '王奶奶',
      phone: '16400000777',
      placeId: 'qinghe_g1_c1',
      requestId: newRequest(),
    });
    return steps.complete(await steps.accept(await steps.dispatch(order)));
  };

  test('nobody telephones: after a week it is open, on the list, on the desk, and has gone up the levels', async () => {
    const order = await intake();
    expect(order).toMatchObject({ callDue: true, callBy: expect.any(String) });
    expect(await steps.messageKinds('o_leader', order.orderId)).toEqual(['to-call']);
    await letPass(8 * dayMs);
    expect(steps.stored(order)).toMatchObject({ status: 'completed', stageClock: { escalation: 3 }, award: null });
    expect(await queueOf('o_worker', 'callback')).toEqual([order.orderId]);
    expect(await steps.messageKinds('o_worker', order.orderId)).toContain('uncalled');
    expect(await steps.messageKinds('o_secretary', order.orderId)).toEqual(['uncalled']);
    const desk = await cloud.getAs('o_secretary', 'order.getDesk', { list: 'overdue' });
    expect(desk.orders.map(({ orderId }) => orderId)).toContain(order.orderId);

    const stale = await cloud.getAs('o_leader', 'order.get', { orderId: order.orderId });
    const refused = await steps.tried('o_worker', 'order.recordCall', stale, { result: 'reached' });
    expect(refused).toMatchObject({ ok: false, code: 'UNINVOLVED_NEEDED', field: 'orderId' });
    await steps.move('o_leader', 'order.recordCall', stale, { result: 'unanswered' });
    const asked = await steps.move('o_leader', 'order.recordCall', stale, { result: 'reached' });
    expect(asked.callDue).toBeUndefined();
    expect(asked.lapsesAt).toBe(new Date(steps.stored(order).reachedAt!.getTime() + 7 * dayMs).toISOString());
    expect(await queueOf('o_worker', 'callback')).toEqual([]);
    await letPass(7 * dayMs + hourMs);
    expect(steps.stored(order)).toMatchObject({ status: 'closed', outcome: 'unrated' });
  });

  test('whom nobody can reach on three days, and in the week after, is counted apart on the desk', async () => {
    const order = await intake();
    await letPass(3 * dayMs);
    const tries = () => steps.move('o_leader', 'order.recordCall', order, { result: 'unanswered' });
    await tries();
    expect((await tries()).callBy).toEqual(expect.any(String));
    await letPass(dayMs);
    await tries();
    await letPass(dayMs);
    const last = await tries();
    expect(last).toMatchObject({ callDue: true, lapsesAt: expect.any(String) });
    expect(last.callBy).toBeUndefined();
    expect(await steps.messageKinds('o_secretary', order.orderId)).toEqual(['unreachable', 'uncalled']);
    expect(await queueOf('o_worker', 'callback')).toContain(order.orderId);
    const overdue = await cloud.getAs('o_secretary', 'order.getDesk', { list: 'overdue' });
    expect(overdue.orders.map(({ orderId }) => orderId)).not.toContain(order.orderId);
    await letPass(7 * dayMs + hourMs);
    expect(steps.stored(order)).toMatchObject({ status: 'closed', outcome: 'unreachable', award: null, rating: null });
    await letPass(hourMs);
    expect((await cloud.getAs('o_secretary', 'order.getDesk', {})).month).toMatchObject({ unreachable: 1, unrated: 0 });
  });

  test('what they said on the phone is a rating by call, in the order, in its trail, and on the desk', async () => {
    const order = await intake();
    const closed = await steps.confirm(order, 'o_leader');
    expect(closed.rating).toMatchObject({ stars: 5, via: 'call' });
    await letPass(hourMs);
    const { month } = await cloud.getAs('o_secretary', 'order.getDesk', {});
    expect(month).toMatchObject({ solved: 1, confirmedByCall: 1 });
  });
});

test('an order that was once not solved stays in the report after it was solved', async () => {
  const again = await steps.complete(await steps.accept(await steps.dispatch(await steps.create())));
  const reopened = await steps.move('o_resident', 'order.reopen', again, { words: '又漏了' });
  await letPass(hourMs);
  const month = async () => (await cloud.getAs('o_secretary', 'order.getDesk', {})).month;
  const before = await month();
  expect(before).toMatchObject({ reopened: 1, unsolved: 1 });
  await steps.confirm(await steps.complete(reopened));
  await letPass(hourMs);
  expect(await month()).toMatchObject({ reopened: 1, unsolved: 0, solved: before.solved + 1 });
});

test('an accepted order that lies idle for a month stands on the desk, and who could move it heard of it', async () => {
  const idle = await steps.accept(await steps.dispatch(await steps.create()));
  expect(idle.completeBy).toBe(new Date(steps.stored(idle).acceptedAt!.getTime() + 14 * dayMs).toISOString());
  await letPass(12 * dayMs);
  expect(await queueOf('o_worker', 'due')).toContain(idle.orderId);
  expect(await queueOf('o_worker', 'late')).not.toContain(idle.orderId);
  await letPass(18 * dayMs);
  expect(await queueOf('o_worker', 'due')).not.toContain(idle.orderId);
  expect(await queueOf('o_worker', 'late')).toContain(idle.orderId);
  expect(await cloud.getAs('o_resident', 'order.get', { orderId: idle.orderId })).toMatchObject({
    reportedTo: 'secretary',
  });
  const desk = await cloud.getAs('o_secretary', 'order.getDesk', { list: 'overdue' });
  expect(desk.orders.map(({ orderId }) => orderId)).toContain(idle.orderId);
  expect(await steps.messageKinds('o_member', idle.orderId)).toContain('finish-soon');
  for (const staff of ['o_worker', 'o_leader', 'o_secretary'])
    expect(await steps.messageKinds(staff, idle.orderId)).toContain('stalled');
  await steps.complete(idle);
  expect((await steps.messageKinds('o_secretary', idle.orderId))[0]).toBe('finished');
});

test('who has no WeChat is on the list of whom to ring with each piece of news, until somebody told them', async () => {
  const listed = async (openid: string) => (await cloud.getAs(openid, 'order.listNews', {})).orders;
  const mine = async (openid: string, orderId: string) =>
    (await listed(openid)).find((one) => one.orderId === orderId)?.news.map(({ kind }) => kind);
  const order = await cloud.getAs('o_worker', 'order.intake', {
    category: 'repair',
    words: '灯管不亮了，够不着',
    when: 'any',
    name: '王奶奶',
    phone: '03514001777',
    placeId: 'qinghe_g1_h1',
    requestId: newRequest(),
  });
  const { orderId } = order;
  const read = () => cloud.getAs('o_worker', 'order.get', { orderId });
  expect(await mine('o_worker', orderId)).toBeUndefined();
  await steps.dispatch(order, ['p_member']);
  await steps.move('o_member', 'order.accept', await cloud.getAs('o_member', 'order.get', { orderId }), {});
  expect(await mine('o_worker', orderId)).toEqual(['dispatched', 'accepted']);
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, refusals: [] });
  expect(await mine('o_worker2', orderId)).toBeUndefined();
  expect((await cloud.getAs('o_worker', 'home.get', {})).body).toMatchObject({ newsByPhone: expect.any(Number) });
  expect((await cloud.lastCall()).reads).toBeLessThanOrEqual(3);
  const requestId = newRequest();
  const told = await cloud.callAs('o_worker', 'order.recordTold', { orderId, requestId });
  expect(await cloud.lastCall()).toMatchObject({ reads: 1, writes: 1, refusals: [] });
  expect(told).toMatchObject({ ok: true, data: { told: { byName: '赵慧敏' } } });
  expect(await cloud.callAs('o_worker', 'order.recordTold', { orderId, requestId })).toEqual(told);
  expect(await cloud.callAs('o_leader', 'order.recordTold', { orderId, requestId: newRequest() })).toMatchObject({
    code: 'ALREADY_SETTLED',
  });
  expect(await mine('o_worker', orderId)).toBeUndefined();
  expect(cloud.storedOne<Order>('orders', orderId).toldNews).toMatchObject([
    { kinds: ['dispatched', 'accepted'], by: { personId: 'p_worker' }, hat: 'gridWorker' },
  ]);
  // What is asked on the telephone anyway is told with it: nobody is rung twice.
  await steps.complete(await cloud.getAs('o_member', 'order.get', { orderId }));
  expect(await mine('o_leader', orderId)).toBeUndefined();
  await steps.move('o_leader', 'order.confirm', await cloud.getAs('o_leader', 'order.get', { orderId }), {
    stars: 5,
    tags: [],
  });
  expect([(await read()).status, await mine('o_leader', orderId)]).toEqual(['closed', undefined]);
});
