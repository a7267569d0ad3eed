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

const fourHoursLater = (at: Date) => new Date(at.getTime() + 4 * 3_600_000).toISOString();

test('joining again, however often, is answered and writes nothing; the order goes on', async () => {
  const order = await steps.create();
  await steps.move('o_neighbour', 'order.join', order, {});
  const joined = steps.stored(order);
  expect([joined.version, joined.revision, joined.trail.length]).toEqual([1, 2, 2]);
  for (let times = 0; times < 59; times += 1) await steps.move('o_neighbour', 'order.join', order, {});
  // A call that writes nothing looks for news that were not delivered yet.
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
  expect(steps.stored(order)).toEqual(joined);
  const completed = await steps.complete(await steps.accept(await steps.dispatch(order)));
  expect((await steps.move('o_resident', 'order.reopen', completed, { words: '又漏了' })).status).toBe('accepted');
});

test('reminders are counted in one line, each under its own request, and say when the next one may come', async () => {
  const order = await steps.create();
  const first = { orderId: order.orderId, version: 1, requestId: newRequest() };
  await cloud.getAs('o_resident', 'order.remind', first);
  const early = await steps.tried('o_resident', 'order.remind', order, {});
  expect(early).toMatchObject({ ok: false, code: 'TOO_MANY', retryAt: fourHoursLater(steps.stored(order).updatedAt) });
  await cloud.setClock('2026-11-23T15:00:00+08:00');
  const second = { ...first, requestId: newRequest() };
  const shown = await cloud.getAs('o_resident', 'order.remind', second);
  expect(shown.trail.at(-1)).toMatchObject({
    action: 'remind',
    repeated: { count: 1, lastAt: steps.stored(order).updatedAt.toISOString() },
  });
  const stored = steps.stored(order);
  await cloud.getAs('o_resident', 'order.remind', second);
  await cloud.getAs('o_resident', 'order.remind', first);
  expect(steps.stored(order)).toEqual(stored);
  expect(await steps.messageKinds('o_worker', order.orderId)).toEqual(['reminded', 'reminded', 'created']);
});

test('whoever does it may not join it', async () => {
  const agency = await steps.accept(await steps.create('o_neighbour', { category: 'registration' }), 'o_head');
  const order = await steps.dispatch(agency, ['p_head']);
  const taken = await steps.accept(order, 'o_head');
  expect(await steps.tried('o_head', 'order.join', taken, {})).toMatchObject({
    ok: false,
    code: 'FORBIDDEN',
    field: 'orderId',
  });
});

test('an acceptance beside a join and a reminder is written again, not turned away', async () => {
  for (let times = 0; times < 10; times += 1) {
    const order = await steps.dispatch(await steps.create());
    const [accepted, joined, reminded] = await Promise.all([
      steps.tried('o_member', 'order.accept', order, {}),
      steps.tried('o_neighbour', 'order.join', order, {}),
      steps.tried('o_resident', 'order.remind', order, {}),
    ]);
    expect([accepted.ok, joined.ok, reminded.ok]).toEqual([true, true, true]);
    expect(steps.stored(order)).toMatchObject({
      status: 'accepted',
      version: 3,
      revision: 5,
      joined: [{ personId: 'p_neighbour' }],
    });
  }
});
