import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi();
  steps = ordersOf(cloud);
  await cloud.control('/local/clock', { now: '2026-11-23T10:00:00+08:00' });
});
afterAll(() => cloud.close());

test('the main job: from 点单 to a line in the passbook, within the budgets of each step', async () => {
  const cost = async () => {
    const { reads, writes } = await cloud.lastCall();
    return { reads, writes };
  };
  let billed = 0;
  /** What a step of the job costs, added up: the call, each read and write, a transaction's begin and end. */
  const stepCost = async () => {
    const { reads, writes, operations } = await cloud.lastCall();
    const bounds = operations.filter(({ action }) => /^(start|commit)Transaction$/.test(action)).length;
    billed += 1 + reads + writes + bounds;
    return { reads, writes, bounds };
  };
  const created = await steps.create();
  expect(created).toMatchObject({
    status: 'submitted',
    kind: 'service',
    title: '厨房水管漏水，地上都是水',
    placeName: '石榴巷 7 号院 东屋',
    actions: ['makePrivate', 'cancel', 'remind'],
    version: 1,
  });
  expect(await stepCost()).toEqual({ reads: 1, writes: 1 + 1, bounds: 0 });
  expect((await cloud.getAs('o_worker', 'message.list', {})).messages[0]).toMatchObject({
    kind: 'created',
    orderId: created.orderId,
    name: '李秀兰',
    until: expect.stringMatching(/^2026-11-24T02:0/),
  });

  const queue = await cloud.getAs('o_worker', 'order.listQueue', { filter: 'waiting' });
  expect(queue.counts).toEqual({ waiting: 1, late: 0, due: 0, callback: 0, inProgress: 0 });
  expect(queue.orders[0]).toMatchObject({ orderId: created.orderId, requesterKind: 'alone' });
  expect(queue.orders[0]!.actions).toContain('dispatch');
  expect(await cost()).toEqual({ reads: 2, writes: 0 });

  const { suggestions } = await cloud.getAs('o_worker', 'order.suggest', { orderId: created.orderId });
  expect(suggestions.map(({ memberId }) => memberId)).toEqual(expect.arrayContaining(['p_member', 'p_captain']));
  expect(suggestions.find(({ memberId }) => memberId === 'p_captain')).toMatchObject({
    team: { name: '维修小分队', free: 3 },
  });
  // One read more before helpers were counted for the first time.
  expect(await cost()).toEqual({ reads: 3, writes: 0 });

  const dispatched = await steps.dispatch(created);
  expect(dispatched).toMatchObject({
    status: 'dispatched',
    acceptBy: expect.stringMatching(/^2026-11-26T02:0/),
    offered: 2,
  });
  // Members and resident hear of it by one write, each in a kind of their own.
  expect(await stepCost()).toEqual({ reads: 1, writes: 1 + 1, bounds: 0 });
  const [heard] = (await cloud.getAs('o_resident', 'message.list', {})).messages;
  expect(heard).toMatchObject({ kind: 'dispatched', orderId: created.orderId, until: dispatched.acceptBy });
  expect(Object.keys(heard!)).not.toContain('otherKinds');
  const [offer] = (await cloud.getAs('o_member', 'message.list', {})).messages;
  expect(offer).toMatchObject({ kind: 'offered', orderId: created.orderId, until: dispatched.acceptBy });

  const offers = await cloud.getAs('o_member', 'order.listOffers', { state: 'open' });
  expect(offers.orders[0]).toMatchObject({ orderId: created.orderId, actions: ['accept', 'decline'] });
  expect(await cost()).toEqual({ reads: 2, writes: 0 });

  const accepted = await steps.accept(dispatched);
  expect(accepted).toMatchObject({
    status: 'accepted',
    requester: { name: '李秀兰', phone: '16400000001' },
    late: false,
  });
  expect(await stepCost()).toEqual({ reads: 1, writes: 1 + 1, bounds: 0 });
  const lost = await steps.tried('o_member2', 'order.accept', dispatched, {});
  expect(lost).toMatchObject({ ok: false, code: 'TAKEN' });

  const seen = await cloud.getAs('o_resident', 'order.get', { orderId: created.orderId });
  expect(seen).toMatchObject({ assignee: { name: '张海涛', phone: '16400000004' }, worker: { name: '赵慧敏' } });
  expect(seen.call).toEqual({ to: 'worker', name: '赵慧敏', phone: '16400000009' });
  expect(seen.finishCode).toMatch(/^\d{4}$/);
  expect(await cost()).toEqual({ reads: 1, writes: 0 });

  const wrong = await steps.tried('o_member', 'order.complete', accepted, {
    evidence: { kind: 'code', code: seen.finishCode === '0000' ? '1111' : '0000' },
  });
  expect(wrong).toMatchObject({ ok: false, code: 'WRONG_CODE', field: 'evidence.code' });
  const completed = await steps.move('o_member', 'order.complete', accepted, {
    evidence: { kind: 'code', code: seen.finishCode! },
  });
  expect(completed).toMatchObject({ status: 'completed', lapsesAt: expect.stringMatching(/^2026-11-30T02:0/) });
  expect(await stepCost()).toEqual({ reads: 1, writes: 1 + 1, bounds: 0 });

  const closed = await steps.confirm(completed);
  expect(closed).toMatchObject({
    status: 'closed',
    outcome: 'solved',
    award: { points: 5, entryId: `order:${created.orderId}:award` },
    actions: ['changeRating', 'makePrivate'],
  });
  // Two writes are the salts of the first words of either in a book.
  expect(await stepCost()).toEqual({ reads: 2, writes: 6 + 1, bounds: 2 });
  // Without the salts.
  expect(billed - 2).toBe(4 + 4 + 4 + 4 + 10);

  expect((await cloud.getAs('o_member', 'order.listOffers', { state: 'open' })).orders).toEqual([]);
  const { orders: over } = await cloud.getAs('o_member', 'order.listOffers', { state: 'closed' });
  expect(over.map(({ orderId, outcome }) => [orderId, outcome])).toEqual([[created.orderId, 'solved']]);
  expect(await cost()).toEqual({ reads: 2, writes: 0 });

  const book = await cloud.getAs('o_member', 'passbook.get', {});
  expect(book).toMatchObject({
    unit: 'service',
    balance: 5,
    countThisYear: 1,
    entries: [{ title: '厨房水管漏水，地上都是水', cause: 'order', points: 5, balance: 5, sequence: 1 }],
    mine: true,
  });
  // It is checked when it opens.
  expect(await cost()).toEqual({ reads: 1, writes: 0 });

  const trail = await cloud.getAs('o_secretary', 'order.get', { orderId: created.orderId });
  expect(trail.trail.map(({ action, byName, hat }) => [action, byName, hat])).toEqual([
    ['create', '李秀兰', 'resident'],
    ['dispatch', '赵慧敏', 'gridWorker'],
    ['accept', '张海涛', 'member'],
    ['complete', '张海涛', 'member'],
    ['confirm', '李秀兰', 'resident'],
  ]);
  const ofMember = await cloud.getAs('o_secretary', 'passbook.get', { personId: 'p_member', unit: 'service' });
  expect(ofMember).toMatchObject({ name: '张海涛', balance: 5, mine: false });
  expect(await cost()).toEqual({ reads: 1, writes: 0 });
  expect(await cloud.getAs('o_secretary', 'passbook.verify', { personId: 'p_member', unit: 'service' })).toMatchObject({
    state: 'sound',
    entries: 1,
    balance: 5,
    checkCode: book.checkCode,
  });
});

test.each([
  ['o_resident', 'resident', 2],
  ['o_member', 'member', 2],
  // Counts and queue, and how many moves wait for a confirmation.
  ['o_worker', 'grid', 2],
  ['o_secretary', 'desk', 2],
  ['o_group', 'branch', 2],
])('home of %s is one call of few reads', async (openid, body, reads) => {
  const home = await cloud.getAs(openid, 'home.get', {});
  expect(home.body.for).toBe(body);
  const trace = await cloud.lastCall();
  expect(trace.reads).toBe(reads);
  expect(trace.writes).toBe(0);
});

test('not solved: the same order to the same member, and the secretary is told', async () => {
  const completed = await steps.complete(await steps.accept(await steps.dispatch(await steps.create())));
  const again = await steps.move('o_resident', 'order.reopen', completed, { words: '晚上又开始漏了' });
  expect(again).toMatchObject({ status: 'accepted', assignee: { name: '张海涛' } });
  const told = await cloud.getAs('o_secretary', 'message.list', {});
  expect(told.messages[0]).toMatchObject({ kind: 'unsolved', name: '张海涛', orderId: completed.orderId });
  const desk = await cloud.getAs('o_secretary', 'order.getDesk', { list: 'reopened' });
  expect(desk.reopened).toEqual({ count: 1, title: '厨房水管漏水，地上都是水' });
  expect(desk.orders.map(({ orderId }) => orderId)).toEqual([completed.orderId]);
});

test('a repeated create is the same order, other words under the same request are refused', async () => {
  const requestId = newRequest();
  const first = await steps.create('o_resident', { requestId });
  const second = await steps.create('o_resident', { requestId });
  expect(second.orderId).toBe(first.orderId);
  expect(
    await cloud.callAs('o_resident', 'order.create', {
      category: 'repair',
      words: '另一件事',
      when: 'any',
      fileIds: [],
      requestId,
    }),
  ).toMatchObject({ ok: false, code: 'REQUEST_REUSED', field: 'requestId' });
});

test('S4-02 after hours an order is rung about where a card rings, at the duty phone', async () => {
  const { orderId } = await steps.create();
  await cloud.control('/local/clock', { now: '2026-11-23T19:00:00+08:00' });
  const { call, worker } = await cloud.getAs('o_resident', 'order.get', { orderId });
  expect({ call, worker: worker?.name }).toEqual({
    call: { to: 'duty', name: '值班室', phone: '0351-0000002' },
    worker: '赵慧敏',
  });
});
