import { startApi, type ApiCloud } from '../../support/api';
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

const words = { answer: '12345 派人来换了路灯' };
const outsideAfterAccept = async () =>
  steps.move('o_worker', 'order.transfer', await steps.accept(await steps.dispatch(await steps.create())), {
    to: '12345',
    note: '路灯归他们管',
  });

test('S2-11 a transfer stays on the lists of worker and resident until its answer is entered', async () => {
  const outside = await outsideAfterAccept();
  expect(outside).toMatchObject({
    status: 'outside',
    transferredTo: '12345',
    answerBy: expect.stringMatching(/^2026-12-08T/) as string,
    actions: ['dispatch', 'recordAnswer', 'recordCall', 'askRequester'],
  });
  const queue = await cloud.getAs('o_worker', 'order.listQueue', { filter: 'inProgress' });
  expect(queue.orders.map(({ orderId }) => orderId)).toContain(outside.orderId);
  const open = await cloud.getAs('o_resident', 'order.listMine', { state: 'open' });
  expect(open.orders.find(({ orderId }) => orderId === outside.orderId)).toMatchObject({ transferredTo: '12345' });
  const helping = await cloud.getAs('o_member', 'order.listOffers', { state: 'open' });
  expect(helping.orders.map(({ orderId }) => orderId)).not.toContain(outside.orderId);
  expect(await steps.messageKinds('o_member', outside.orderId)).toContain('transferred');

  const answered = await steps.move('o_worker', 'order.recordAnswer', outside, words);
  expect(answered).toMatchObject({ status: 'closed', outcome: 'transferred', ...words, actions: [] });
  const read = await cloud.getAs('o_resident', 'order.get', { orderId: outside.orderId });
  expect(read).toMatchObject({ outcome: 'transferred', ...words });
  expect(read.trail.at(-1)).toMatchObject({ action: 'recordAnswer', hat: 'gridWorker', note: words.answer });
  expect((await steps.messageKinds('o_resident', outside.orderId))[0]).toBe('answered');
  expect(steps.stored(outside)).toMatchObject({ award: null, rating: null });
});

test('nobody but the staff of its place enters an answer, once, and with words', async () => {
  const outside = await outsideAfterAccept();
  for (const openid of ['o_resident', 'o_member', 'o_head'])
    expect(await steps.tried(openid, 'order.recordAnswer', outside, words)).toMatchObject({ ok: false });
  expect(await steps.tried('o_worker', 'order.recordAnswer', outside, { answer: ' ' })).toMatchObject({
    ok: false,
    code: 'INVALID_INPUT',
    field: 'answer',
  });
  await steps.move('o_leader', 'order.recordAnswer', outside, words);
  expect(await steps.tried('o_worker', 'order.recordAnswer', outside, words)).toMatchObject({
    ok: false,
    code: 'STALE_VERSION',
  });
});

test('the clock warns the worker, reports it upwards, and leaves it open on the desk', async () => {
  const outside = await outsideAfterAccept();
  const later = async (days: number) => {
    await cloud.control('/local/clock', { advanceMs: days * 86_400_000, timers: 'skip' });
    await cloud.control('/local/clock', { advanceMs: 10 * 60_000 });
  };
  await later(11);
  expect((await steps.messageKinds('o_worker', outside.orderId))[0]).toBe('answer-soon');
  await later(5);
  for (const openid of ['o_worker', 'o_leader', 'o_secretary'])
    expect((await steps.messageKinds(openid, outside.orderId))[0]).toBe('unanswered');
  const desk = await cloud.getAs('o_secretary', 'order.getDesk', { list: 'overdue' });
  expect(desk.orders.map(({ orderId }) => orderId)).toContain(outside.orderId);
  expect(steps.stored(outside)).toMatchObject({ status: 'outside', dueAt: null });
});

test('what they send back goes out from there, and the resident reads of it', async () => {
  const outside = await outsideAfterAccept();
  const sent = await steps.dispatch(outside, ['p_member2']);
  expect(sent).toMatchObject({ status: 'dispatched', late: false });
  expect(await steps.messageKinds('o_resident', outside.orderId)).toContain('dispatched');
  expect((await steps.accept(sent, 'o_member2')).status).toBe('accepted');
});
