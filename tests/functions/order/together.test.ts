import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { OrderView } from '../../../miniprogram/contracts/order';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  steps = ordersOf(cloud);
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await cloud.control('/local/reset', {});
  await cloud.control('/local/clock', { now: '2026-11-23T10:00:00+08:00', timers: 'skip' });
});

const forTwo = async () =>
  steps.move('o_worker', 'order.dispatch', await steps.create(), {
    memberIds: ['p_member', 'p_member2', 'p_captain'],
    capacity: 2,
  });
const current = (openid: string, { orderId }: OrderView) => cloud.getAs(openid, 'order.get', { orderId });
const move = async (openid: string, name: 'order.accept' | 'order.standBy', order: OrderView) =>
  steps.move(openid, name, await current(openid, order), {});

async function fullOrder(): Promise<OrderView> {
  const order = await forTwo();
  await steps.accept(order);
  return move('o_member2', 'order.accept', order);
}

test('two accept, each by a tap; the third is told that it is taken, and stands by', async () => {
  const full = await fullOrder();
  expect(full).toMatchObject({ status: 'accepted', seats: { capacity: 2, held: 2 } });
  expect(full.helpers?.map(({ name }) => name)).toEqual(['张海涛', '武建平']);
  expect(await steps.tried('o_captain', 'order.accept', full, {})).toMatchObject({ ok: false, code: 'TAKEN' });
  // The same person accepts again: the same seat, and nothing is written.
  expect(await move('o_member', 'order.accept', full)).toMatchObject({ version: full.version });
  expect(await cloud.lastCall()).toMatchObject({ writes: 0 });
  const waiting = await move('o_captain', 'order.standBy', full);
  expect(waiting).toMatchObject({ waitingPlace: 1, actions: ['decline'] });
  expect((await current('o_worker', full)).waitingNames).toEqual(['原志强']);
  expect((await current('o_resident', full)).waitingNames).toBeUndefined();
});

test('a seat that gets free is offered to whoever waits, and passed on by the timer', async () => {
  const full = await fullOrder();
  await move('o_captain', 'order.standBy', full);
  await steps.move('o_member2', 'order.release', await current('o_member2', full), { reason: 'unwell' });
  expect(await current('o_captain', full)).toMatchObject({
    keptUntil: expect.stringMatching(/^2026-11-23T14:0/),
    actions: ['accept', 'decline'],
  });
  expect((await steps.messageKinds('o_captain', full.orderId))[0]).toBe('seat-free');
  // The seat is promised to the captain: staff see that it is, nobody else does.
  expect((await current('o_worker', full)).seats).toEqual({ capacity: 2, held: 1, kept: 1 });
  expect((await current('o_member', full)).seats).toEqual({ capacity: 2, held: 1 });
  expect((await steps.messageKinds('o_resident', full.orderId))[0]).toBe('helper-left');
  await cloud.control('/local/clock', { now: '2026-11-23T22:00:00+08:00', timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 600_000 });
  expect(steps.stored(full).offers.find(({ personId }) => personId === 'p_captain')?.state).toBe('lapsed');
  expect((await steps.messageKinds('o_captain', full.orderId))[0]).toBe('passed-over');
});

test('each finishes with evidence of their own, and the confirmation pays each seat once', async () => {
  const full = await fullOrder();
  const once = await steps.complete(await current('o_member', full), 'o_member');
  expect(once).toMatchObject({ status: 'accepted' });
  const done = await steps.complete(await current('o_member2', full), 'o_member2');
  expect(done).toMatchObject({ status: 'completed' });
  expect(done.helpers?.map(({ evidence }) => evidence?.kind)).toEqual(['phone', 'phone']);
  const closed = await steps.confirm(await current('o_resident', full));
  expect(closed).toMatchObject({ status: 'closed', outcome: 'solved' });
  const entries = cloud.stored<Entry>('entries').filter(({ sourceId }) => sourceId === full.orderId);
  expect(entries.map(({ _id, personId }) => [_id, personId]).sort()).toEqual([
    [`order:${full.orderId}:award`, 'p_member'],
    [`order:${full.orderId}:award:p_member2`, 'p_member2'],
  ]);
  for (const openid of ['o_member', 'o_member2']) {
    expect((await steps.messageKinds(openid, full.orderId))[0]).toBe('points');
    expect((await current(openid, full)).award?.points).toBe(entries[0]?.points);
  }
  expect(
    await cloud.callAs('o_resident', 'order.confirm', {
      orderId: full.orderId,
      version: closed.version,
      stars: 1,
      tags: [],
      requestId: 'confirm-again-1',
    }),
  ).toMatchObject({ ok: false });
  expect(cloud.stored<Entry>('entries').filter(({ sourceId }) => sourceId === full.orderId)).toHaveLength(2);
});

test('S2-09 a captain sends two of the team, one after the other', async () => {
  const order = await steps.move('o_worker', 'order.dispatch', await steps.create(), {
    memberIds: ['p_captain'],
    capacity: 2,
  });
  const one = await steps.move('o_captain', 'order.accept', order, { memberId: 'p_member' });
  expect(one).toMatchObject({ seats: { capacity: 2, held: 1 } });
  const two = await steps.move('o_captain', 'order.accept', await current('o_captain', order), {
    memberId: 'p_member2',
  });
  expect(two).toMatchObject({ seats: { capacity: 2, held: 2 } });
  expect(steps.stored(order).responsibleIds).toEqual(['p_member', 'p_member2']);
});

test('a wish is for one; a number out of bounds names its field', async () => {
  const wish = await steps.wished(await steps.create('o_resident', { category: 'wish' }));
  const tried = (order: OrderView, capacity: number) =>
    steps.tried('o_worker', 'order.dispatch', order, { memberIds: ['p_member'], capacity });
  expect(await tried(wish, 2)).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'capacity' });
  expect(await tried(await steps.create(), 11)).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'capacity' });
});

test('staff take off who gets no further: they read why, and the seat is for whoever waits', async () => {
  const full = await fullOrder();
  await move('o_captain', 'order.standBy', full);
  const seen = await current('o_worker', full);
  expect(seen.actions).toContain('removeHelper');
  const removal = { personId: 'p_member2', reason: '约了三回都没去成' };
  expect(await steps.tried('o_member', 'order.removeHelper', seen, removal)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await steps.tried('o_worker', 'order.removeHelper', seen, { ...removal, personId: 'p_young' })).toMatchObject({
    code: 'NOT_FOUND',
    field: 'personId',
  });
  const removed = await steps.move('o_worker', 'order.removeHelper', seen, removal);
  expect(removed).toMatchObject({ status: 'accepted', seats: { capacity: 2, held: 1 } });
  expect(steps.stored(full)).toMatchObject({ returns: 0, ruling: false });
  expect((await steps.messageKinds('o_member2', full.orderId))[0]).toBe('removed');
  expect((await steps.messageKinds('o_captain', full.orderId))[0]).toBe('seat-free');
  // The seat is promised to the captain: staff see that it is, nobody else does.
  expect((await current('o_worker', full)).seats).toEqual({ capacity: 2, held: 1, kept: 1 });
  expect((await current('o_member', full)).seats).toEqual({ capacity: 2, held: 1 });
  expect((await steps.messageKinds('o_member', full.orderId))[0]).toBe('helper-left');
  expect(await current('o_member2', full)).toMatchObject({ removedFor: removal.reason, actions: [] });
  for (const openid of ['o_resident', 'o_member', 'o_captain'])
    expect(JSON.stringify(await current(openid, full))).not.toContain(removal.reason);
  const last = await steps.move('o_worker', 'order.removeHelper', removed, { ...removal, personId: 'p_member' });
  // The captain was asked for the free seat, so that the order is with them.
  expect(last).toMatchObject({ status: 'dispatched', returns: 0 });
});

test('the number of each of several is revealed to staff and to whoever asked, each look logged', async () => {
  const full = await fullOrder();
  const ask = (openid: string, personId: string) =>
    cloud.callAs(openid, 'order.revealPhone', {
      orderId: full.orderId,
      party: 'assignee',
      personId,
      requestId: newRequest(),
    });
  const ids = (await current('o_worker', full)).helpers?.map(({ personId }) => personId);
  expect(ids).toEqual(['p_member', 'p_member2']);
  expect(await ask('o_worker', 'p_member2')).toMatchObject({ ok: true, data: { name: '武建平' } });
  expect(await ask('o_resident', 'p_member2')).toMatchObject({ ok: true, data: { name: '武建平' } });
  expect(await ask('o_worker', 'p_captain')).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'party' });
  expect(await ask('o_member', 'p_member2')).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  const { reveals } = await cloud.getAs('o_member2', 'person.listReveals', {});
  expect(reveals.map(({ byName }) => byName)).toEqual(['李秀兰', '赵慧敏']);
});

test('a service is put into the pool for any member, and taken back', async () => {
  const made = await steps.create();
  const pooled = await steps.move('o_worker', 'order.dispatch', made, { memberIds: [], pool: true });
  expect(pooled.actions).toContain('leavePool');
  const listed = async () => (await cloud.getAs('o_member', 'order.listWishes', {})).orders.map((one) => one.orderId);
  expect(await listed()).toContain(made.orderId);
  expect(await steps.tried('o_member', 'order.leavePool', pooled, {})).toMatchObject({ code: 'FORBIDDEN' });
  const back = await steps.move('o_worker', 'order.leavePool', pooled, {});
  expect(back).toMatchObject({ status: 'submitted', returns: 0 });
  expect(back.actions).not.toContain('leavePool');
  expect(await listed()).not.toContain(made.orderId);
  expect((await steps.messageKinds('o_resident', made.orderId))[0]).toBe('returned');
});

test('whoever does it asks the requester, and no other clock runs until the answer', async () => {
  const accepted = await steps.accept(await steps.dispatch(await steps.create()));
  const asked = await steps.move('o_member', 'order.askRequester', accepted, { words: '哪天在家' });
  expect(asked).toMatchObject({
    replyBy: expect.stringMatching(/^2026-11-30T/) as string,
    question: { words: '哪天在家', byName: '张海涛' },
  });
  expect(asked.completeBy).toBeUndefined();
  expect((await steps.messageKinds('o_resident', asked.orderId))[0]).toBe('question');
  const seen = await current('o_resident', asked);
  expect(seen).toMatchObject({ question: { words: '哪天在家' } });
  expect(seen.actions).toContain('answerQuestion');
  expect(await steps.tried('o_neighbour', 'order.answerQuestion', asked, { words: '好' })).toMatchObject({ ok: false });
  await cloud.control('/local/clock', { now: '2026-11-26T10:00:00+08:00', timers: 'skip' });
  const answered = await steps.move('o_resident', 'order.answerQuestion', seen, { words: '周六上午' });
  expect(answered.question).toBeUndefined();
  expect((await steps.messageKinds('o_member', asked.orderId))[0]).toBe('replied');
  const after = await current('o_member', asked);
  const shifted = Date.parse(after.completeBy ?? '') - Date.parse(accepted.completeBy ?? '');
  expect(Math.round(shifted / 3_600_000)).toBe(72);
  expect(after.trail.slice(-2)).toMatchObject([
    { action: 'askRequester', note: '哪天在家' },
    { action: 'answerQuestion', note: '周六上午' },
  ]);
});

test('without an answer the timer lets the clock go on, and says so to whoever asked', async () => {
  const made = await steps.create();
  const asked = await steps.move('o_worker', 'order.askRequester', made, { words: '几楼' });
  await cloud.control('/local/clock', { now: '2026-11-30T09:58:00+08:00', timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 600_000 });
  expect((await steps.messageKinds('o_worker', asked.orderId))[0]).toBe('not-replied');
  const stored = steps.stored(asked);
  expect(stored).toMatchObject({ question: null, escalation: 0, late: false });
  expect(stored.trail.at(-1)).toMatchObject({ action: 'expireQuestion', by: null });
});
