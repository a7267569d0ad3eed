import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Card } from '../../../cloudfunctions/core/card/card';
import type { Login } from '../../../cloudfunctions/core/access/login';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Place } from '../../../cloudfunctions/core/place/place';
import type { Post } from '../../../cloudfunctions/core/place/post';
import { recordChange, recordFoundChange, type Source } from '../../../cloudfunctions/core/projection/source-change';
import { dayStart } from '../../../cloudfunctions/core/time/shanghai';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from '../order/order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  steps = ordersOf(cloud);
  await cloud.control('/local/clock', { now: '2026-11-23T10:00:00+08:00', timers: 'skip' });
});
afterAll(() => cloud.close());

/** The next night after two, with three runs of the timer. */
async function night(): Promise<void> {
  const { now } = (await cloud.control('/local/clock', { advanceMs: 0 })) as { now: string };
  const tomorrow = new Date(dayStart(new Date(now)).getTime() + 86_400_000 + (2 * 60 + 1) * 60_000);
  await cloud.control('/local/clock', { now: tomorrow.toISOString(), timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 30 * 60_000 });
}

test('S1-08 open orders follow the roster, closed ones and the trail keep the old name', async () => {
  const closed = await steps.move('o_resident', 'order.cancel', await steps.create(), { reason: 'other' });
  const open = await steps.dispatch(await steps.create());
  const elsewhere = await steps.create('o_elsewhere');
  await night();
  const { grids } = cloud.storedOne<Community>('communities', 'qinghe');
  const successor = { personId: 'p_neighbour', name: '郭大勇', phone: '16400000002' };
  await cloud.change('communities', 'qinghe', {
    grids: grids.map((grid) => (grid.gridId === 'qinghe_g1' ? { ...grid, worker: successor } : grid)),
  });
  await night();
  const workerOf = (orderId: string) => cloud.storedOne<Order>('orders', orderId).worker?.name;
  expect([open, closed, elsewhere].map(({ orderId }) => workerOf(orderId))).toEqual(['郭大勇', '赵慧敏', '白雪']);
  const shown = await cloud.getAs('o_resident', 'order.get', { orderId: open.orderId });
  expect(shown).toMatchObject({ worker: { name: '郭大勇', phone: '16400000002' }, version: open.version });
  expect(shown.trail.map(({ byName }) => byName)).toEqual(['李秀兰', '赵慧敏']);
  await night();
  const { operations } = (await cloud.trace(20)).filter(({ name }) => name === 'jobs').at(-1)!;
  expect(operations.filter(({ collection, writes }) => collection === 'orders' && writes > 0)).toEqual([]);
});

/** Records a change as whoever changed the source does, and lets the timer run once. */
async function follow(...sources: readonly Source[]): Promise<void> {
  const { database } = await cloud.services();
  for (const source of sources)
    await recordFoundChange(database, source, { at: new Date('2026-11-23T00:00:00Z'), revision: 'first-revision' });
  await cloud.control('/local/clock', { advanceMs: 600_000 });
}

test('S1-08 a new name and number reach the posts, the roster, the login and the open orders', async () => {
  const { orderId } = await steps.create('o_elsewhere');
  await cloud.change('people', 'p_worker2', { name: '白小雪', phone: '16400000099' });
  await follow({ kind: 'person', id: 'p_worker2' });
  const holder = { personId: 'p_worker2', name: '白小雪', phone: '16400000099' };
  expect(cloud.storedOne<Post>('posts', 'gridWorker_qinghe_g2').holder).toEqual(holder);
  const { grids } = cloud.storedOne<Community>('communities', 'qinghe');
  expect(grids.find(({ gridId }) => gridId === 'qinghe_g2')?.worker).toEqual(holder);
  expect(cloud.storedOne<Login>('logins', 'o_worker2')).toMatchObject({ name: '白小雪', phone: '16400000099' });
  expect(cloud.storedOne<Order>('orders', orderId).worker).toMatchObject(holder);
  expect(cloud.stored('sourceChanges')).toEqual([]);
});

test('S1-08 a vacant post takes its hat from the login and its name from the roster, and comes back', async () => {
  const post = cloud.storedOne<Post>('posts', 'gridWorker_qinghe_g2');
  const held = cloud.storedOne<Login>('logins', 'o_worker2');
  const changed: readonly Source[] = [
    { kind: 'post', id: post._id },
    { kind: 'person', id: 'p_worker2' },
  ];
  await cloud.change('posts', post._id, { holder: null });
  await follow(...changed);
  const rosterOf = () =>
    cloud.storedOne<Community>('communities', 'qinghe').grids.find(({ gridId }) => gridId === 'qinghe_g2');
  expect(rosterOf()?.worker).toBeUndefined();
  const login = cloud.storedOne<Login>('logins', 'o_worker2');
  expect(login.hats.map(({ hat }) => hat)).toEqual(
    held.hats.map(({ hat }) => hat).filter((hat) => hat !== 'gridWorker'),
  );
  expect(login.hats.map(({ key }) => key)).toContain(login.hatInUse);
  await cloud.change('posts', post._id, { holder: post.holder });
  await follow(...changed);
  expect(rosterOf()?.worker).toEqual(post.holder);
  expect(cloud.storedOne<Login>('logins', 'o_worker2').hats).toEqual(held.hats);
});

test('S1-06 a new colour and name of a grid reach every document that shows them', async () => {
  const { orderId } = await steps.create('o_resident');
  await cloud.change('places', 'qinghe_g1', { colour: 'purple', name: '紫色网格' });
  await follow({ kind: 'place', id: 'qinghe_g1' });
  const seen = {
    household: cloud.storedOne<Place>('places', 'qinghe_g1_h1').grid,
    roster: cloud.storedOne<Community>('communities', 'qinghe').grids.find(({ gridId }) => gridId === 'qinghe_g1'),
    post: cloud.storedOne<Post>('posts', 'gridWorker_qinghe_g1'),
    card: cloud.storedOne<Card>('cards', 'Card7Courtyard1East').place,
    home: cloud.storedOne<Person>('people', 'p_resident').home,
    serves: cloud.storedOne<Person>('people', 'p_member').serves,
    login: cloud.storedOne<Login>('logins', 'o_resident').home,
    hat: cloud.storedOne<Login>('logins', 'o_worker').hats.find(({ hat }) => hat === 'gridWorker'),
    order: cloud.storedOne<Order>('orders', orderId).place,
  };
  expect(Object.entries(seen).filter(([, one]) => one?.colour !== 'purple')).toEqual([]);
  expect([seen.household?.name, seen.roster?.name, seen.post.placeName, seen.hat?.placeName]).toEqual(
    Array(4).fill('紫色网格'),
  );
  expect([seen.card, seen.home, seen.serves, seen.login, seen.order].map((place) => place?.gridName)).toEqual(
    Array(5).fill('紫色网格'),
  );
  expect(cloud.stored('sourceChanges')).toEqual([]);
});

test('a courtyard that moves to another grid takes its households, people, cards and open orders along', async () => {
  const { orderId } = await steps.create('o_resident');
  await cloud.change('places', 'qinghe_g1_c1', {
    parentId: 'qinghe_g2',
    path: 'qinghe/qinghe_g2/qinghe_g1_c1',
    grid: { gridId: 'qinghe_g2', name: '蓝色网格', colour: 'blue' },
    sectionName: null,
  });
  await follow({ kind: 'place', id: 'qinghe_g1_c1' });
  const moved = { path: 'qinghe/qinghe_g2/qinghe_g1_c1/qinghe_g1_h1', gridId: 'qinghe_g2', gridName: '蓝色网格' };
  const order = cloud.storedOne<Order>('orders', orderId);
  expect(cloud.storedOne<Place>('places', 'qinghe_g1_h1')).toMatchObject({
    path: moved.path,
    grid: { name: '蓝色网格' },
  });
  expect(cloud.storedOne<Card>('cards', 'Card7Courtyard1East').place).toMatchObject(moved);
  expect(cloud.storedOne<Person>('people', 'p_resident').home).toMatchObject(moved);
  expect(cloud.storedOne<Login>('logins', 'o_resident').home).toMatchObject(moved);
  expect(order.place).toMatchObject(moved);
  expect(order.scopes).toContain('qinghe_g2');
  expect(order.scopes).not.toContain('qinghe_g1');
  expect(order.worker?.personId).toBe('p_worker2');
  await cloud.change('logins', 'o_worker2', { hatInUse: 'gridWorker@qinghe_g2' });
  const queue = await cloud.getAs('o_worker2', 'order.listQueue', { filter: 'waiting' });
  expect(queue.orders.map((one) => one.orderId)).toContain(orderId);
});

test('a change recorded with what caused it is followed once; a run without changes reads once', async () => {
  const { database } = await cloud.services();
  for (const revision of ['revision-1', 'revision-2']) {
    const result = await database.transaction(async (transaction) => {
      await recordChange(transaction, { kind: 'community', id: 'qinghe' }, { at: new Date(0), revision });
      return { ok: true, data: undefined };
    });
    expect(result.ok).toBe(true);
  }
  expect(cloud.stored('sourceChanges')).toMatchObject([{ _id: 'community:qinghe', revision: 'revision-2' }]);
  await follow();
  expect(cloud.stored('sourceChanges')).toEqual([]);
  await follow();
  const { operations } = (await cloud.trace(20)).filter(({ name }) => name === 'jobs').at(-1)!;
  expect(operations.map(({ action, collection }) => [action, collection])).toEqual([['aggregateDocuments', 'forms']]);
  // What waits is asked by indexes alone: among them news that were not told, and numbers that bind somebody else now.
  const plans = new Set(operations[0]?.plan.split(' + '));
  expect([...plans].filter((plan) => !plan.startsWith('IXSCAN'))).toEqual([]);
  expect(['IXSCAN outboxAt', 'IXSCAN rebinding_at', 'IXSCAN at___id'].filter((plan) => !plans.has(plan))).toEqual([]);
});

const hatsOf = (openid: string) => cloud.storedOne<Login>('logins', openid).hats.map(({ key }) => key);
const leader = { personId: 'p_leader', name: '郝文斌', phone: '16400000011' };
const elsewhere = { personId: 'p_elsewhere', name: '段小满', phone: '16400000003' };
const leaderKey = 'gridLeader@qinghe_g1';
const toMidnight = () => cloud.control('/local/clock', { now: '2026-12-01T00:05:00+08:00' });
const rosterLeader = () =>
  cloud.storedOne<Community>('communities', 'qinghe').grids.find(({ gridId }) => gridId === 'qinghe_g1')?.leader;

test('S1-08 with the day the old holder loses the hat and its powers, and the new one has them', async () => {
  await cloud.control('/local/clock', { now: '2026-11-30T23:49:00+08:00', timers: 'skip' });
  await cloud.change('posts', 'gridLeader_qinghe_g1', {
    next: { holder: elsewhere, from: new Date('2026-12-01T00:00:00+08:00') },
  });
  await cloud.control('/local/clock', { advanceMs: 600_000 });
  expect([hatsOf('o_leader').includes(leaderKey), hatsOf('o_elsewhere').includes(leaderKey)]).toEqual([true, false]);
  await toMidnight();
  expect([hatsOf('o_leader').includes(leaderKey), hatsOf('o_elsewhere').includes(leaderKey)]).toEqual([false, true]);
  expect(rosterLeader()).toEqual(elsewhere);
  expect(await cloud.callAs('o_leader', 'order.listQueue', { filter: 'waiting' })).toMatchObject({ code: 'FORBIDDEN' });
  const session = await cloud.getAs('o_elsewhere', 'person.switchHat', { hat: leaderKey, requestId: newRequest() });
  expect(session.hat).toBe(leaderKey);
  expect(await cloud.callAs('o_elsewhere', 'order.listQueue', { filter: 'waiting' })).toMatchObject({ ok: true });
  const post = cloud.storedOne<Post>('posts', 'gridLeader_qinghe_g1');
  expect(post).toMatchObject({ holder: elsewhere, heldBy: 'p_elsewhere', past: [{ personId: 'p_leader' }] });
  expect(post).not.toHaveProperty('next');
});

test('S1-08 a post ends with its day, and one that was changed in the console is found by night', async () => {
  const until = new Date('2026-12-02T00:00:00+08:00');
  await cloud.change('posts', 'gridLeader_qinghe_g1', { until });
  await cloud.control('/local/clock', { now: '2026-12-01T23:49:00+08:00', timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 600_000 });
  expect(hatsOf('o_elsewhere')).toContain(leaderKey);
  await cloud.control('/local/clock', { now: '2026-12-02T00:05:00+08:00' });
  expect(hatsOf('o_elsewhere')).not.toContain(leaderKey);
  expect(rosterLeader()).toBeUndefined();
  await cloud.change('posts', 'gridLeader_qinghe_g1', { holder: leader });
  await night();
  expect(hatsOf('o_leader')).toContain(leaderKey);
  expect(rosterLeader()).toEqual(leader);
});
