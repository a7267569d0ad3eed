import { jobs } from '../../../cloudfunctions/jobs/jobs';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { InvocationTrace } from '@lianxin/local-cloud';
import { startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from '../order/order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  steps = ordersOf(cloud);
});
afterAll(() => cloud.close());
beforeEach(() => cloud.control('/local/reset', {}));

const hourMs = 3_600_000;
const minuteMs = 60_000;
const setClock = (now: string) => cloud.control('/local/clock', { now, timers: 'skip' });

/** Lets time pass; the timer runs in the last ten minutes of it only, as after a night in which nothing worked. */
async function advance(ms: number): Promise<void> {
  if (ms > 10 * minuteMs) await cloud.control('/local/clock', { advanceMs: ms - 10 * minuteMs, timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: Math.min(ms, 10 * minuteMs) });
}
const orderOf = (orderId: string) => cloud.storedOne<Order>('orders', orderId);
const clockMoves = (orderId: string) =>
  orderOf(orderId)
    .trail.filter(({ by }) => by === null)
    .map(({ action, count }) => (count === null ? action : `${action} ${count}`));
const inboxOf = async (openid: string) =>
  (await cloud.getAs(openid, 'message.list', {})).messages.map(({ kind }) => kind);
const lastJobs = async (): Promise<InvocationTrace> =>
  (await cloud.trace(100)).filter(({ name }) => name === 'jobs').at(-1)!;

test('S2-12 warns at two thirds, then escalates from grid worker to grid leader to secretary, each once', async () => {
  await setClock('2026-11-23T10:00:00+08:00');
  const { orderId } = await steps.dispatch(await steps.create());
  await advance(47 * hourMs);
  expect(clockMoves(orderId)).toEqual([]);
  await advance(hourMs + 11 * minuteMs);
  expect(clockMoves(orderId)).toEqual(['warn']);
  expect(await inboxOf('o_worker')).toContain('due-soon');
  expect(await inboxOf('o_member')).toEqual(['due-soon', 'offered']);
  await advance(24 * hourMs);
  expect(clockMoves(orderId)).toEqual(['warn', 'escalate 1']);
  expect(await inboxOf('o_worker')).toContain('overdue');
  expect(await inboxOf('o_leader')).toEqual([]);
  await advance(4 * hourMs);
  expect(await inboxOf('o_leader')).toEqual(['overdue']);
  expect(await inboxOf('o_secretary')).toEqual([]);
  await advance(4 * hourMs);
  expect(await inboxOf('o_secretary')).toEqual(['overdue']);
  await advance(48 * hourMs);
  expect(clockMoves(orderId)).toEqual(['warn', 'escalate 1', 'escalate 2', 'escalate 3']);
  const desk = await cloud.getAs('o_secretary', 'order.getDesk', { list: 'overdue' });
  expect(desk.overdue.count).toBe(1);
  expect(desk.overdue.oldestHours).toBeGreaterThanOrEqual(128);
  const late = await steps.accept(await cloud.getAs('o_member', 'order.get', { orderId }), 'o_member');
  expect(late).toMatchObject({ status: 'accepted', late: true });
});

test('an order that was forgotten through all deadlines makes all its moves in one run', async () => {
  await setClock('2026-12-01T10:00:00+08:00');
  const { orderId } = await steps.dispatch(await steps.create());
  await advance(200 * hourMs);
  expect(clockMoves(orderId)).toEqual(['warn', 'escalate 1', 'escalate 2', 'escalate 3']);
});

test('seven silent days close it as unrated, without points', async () => {
  await setClock('2026-12-01T10:00:00+08:00');
  const completed = await steps.complete(await steps.accept(await steps.dispatch(await steps.create())));
  await advance(7 * 24 * hourMs - 10 * minuteMs);
  expect(orderOf(completed.orderId).status).toBe('completed');
  await advance(20 * minuteMs);
  expect(orderOf(completed.orderId)).toMatchObject({ status: 'closed', outcome: 'unrated', award: null });
  expect(cloud.stored('entries')).toEqual([]);
  expect(await steps.tried('o_resident', 'order.confirm', completed, { stars: 5, tags: [] })).toMatchObject({
    ok: false,
    code: 'STALE_VERSION',
  });
});

test('a timer that fires twice at once makes each move once', async () => {
  await setClock('2026-12-01T10:00:00+08:00');
  const orders = [];
  for (let index = 0; index < 5; index += 1) orders.push(await steps.dispatch(await steps.create()));
  await cloud.control('/local/faults', { kind: 'duplicate-delivery', match: 'timer jobs', times: 1, together: true });
  await advance(49 * hourMs);
  for (const { orderId } of orders) expect(clockMoves(orderId)).toEqual(['warn']);
  expect((await inboxOf('o_member')).filter((kind) => kind === 'due-soon')).toHaveLength(5);
});

test('a run that breaks off is finished by the next one', async () => {
  await setClock('2026-12-01T10:00:00+08:00');
  const orders = [];
  for (let index = 0; index < 3; index += 1) orders.push(await steps.dispatch(await steps.create()));
  // What their news remember is forgotten before, which changes orders, too.
  await advance(10 * minuteMs);
  await cloud.control('/local/faults', {
    kind: 'timeout-before',
    match: 'database.modifyDocument orders',
    times: 2,
    inside: 'jobs',
  });
  await advance(49 * hourMs);
  expect(orders.filter(({ orderId }) => clockMoves(orderId).length === 1)).toHaveLength(1);
  await advance(10 * minuteMs);
  for (const { orderId } of orders) expect(clockMoves(orderId)).toEqual(['warn']);
});

test('a run with nothing due costs one read', async () => {
  expect(jobs.filter(({ every, waiting }) => every === 'run' && !waiting).map(({ name }) => name)).toEqual([]);
  await setClock('2026-12-01T10:00:00+08:00');
  // What is found is copied in the run after it was found, where the copying came before.
  for (let run = 0; run < 3; run += 1) await advance(10 * minuteMs);
  expect(await lastJobs()).toMatchObject({ reads: 1, writes: 0, refusals: [] });
});

test('a client cannot set the clock off', async () => {
  expect((await cloud.call('jobs', {}, 'o_resident')).status).not.toBe(200);
});

test('the desk counts months by what became of their orders', async () => {
  await setClock('2026-12-01T10:00:00+08:00');
  const [solved, again, , cancelled] = [
    await steps.create(),
    await steps.create(),
    await steps.create(),
    await steps.create(),
  ];
  await steps.confirm(await steps.complete(await steps.accept(await steps.dispatch(solved))));
  await steps.move(
    'o_resident',
    'order.reopen',
    await steps.complete(await steps.accept(await steps.dispatch(again))),
    {
      words: '又漏了',
    },
  );
  await steps.move('o_resident', 'order.cancel', cancelled, { reason: 'solved-myself' });
  await advance(hourMs);
  const desk = await cloud.getAs('o_secretary', 'order.getDesk', {});
  expect(desk.month).toMatchObject({ created: 3, solved: 1, unrated: 0, unsolved: 1 });
  expect(desk.months.at(-1)).toEqual({ month: '2026-12', created: 3, solved: 1 });
  expect(desk.months).toHaveLength(6);
  const { suggestions } = await cloud.getAs('o_worker', 'order.suggest', { orderId: (await steps.create()).orderId });
  expect(suggestions.find(({ memberId }) => memberId === 'p_member')).toMatchObject({ load: 2 });
  const released = await steps.accept(await steps.dispatch(await steps.create()), 'o_member2');
  await advance(hourMs);
  const loadOf2 = async () =>
    (await cloud.getAs('o_worker', 'order.suggest', { orderId: (await steps.create()).orderId })).suggestions.find(
      ({ memberId }) => memberId === 'p_member2',
    )?.load;
  expect(await loadOf2()).toBe(1);
  await steps.move('o_member2', 'order.release', released, { reason: 'unwell' });
  await advance(hourMs);
  expect(await loadOf2()).toBe(0);
  // Counting again gives the same.
  await advance(hourMs);
  await advance(hourMs);
  expect((await cloud.getAs('o_secretary', 'order.getDesk', {})).month).toMatchObject({
    created: 7,
    solved: 1,
    unsolved: 1,
  });
});
