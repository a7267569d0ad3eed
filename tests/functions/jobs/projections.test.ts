import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Login } from '../../../cloudfunctions/core/access/login';
import type { Post } from '../../../cloudfunctions/core/place/post';
import { recordChange, recordFoundChange, type Source } from '../../../cloudfunctions/core/projection/source-change';
import { startApi, type ApiCloud } from '../../support/api';
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

/** An hour later, with the timer's last run of it. */
async function hour(): Promise<void> {
  await cloud.control('/local/clock', { advanceMs: 3_300_000, timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 300_000 });
}

test('S1-08 open orders follow the roster, closed ones and the trail keep the old name', async () => {
  const closed = await steps.move('o_resident', 'order.cancel', await steps.create(), { reason: 'other' });
  const open = await steps.dispatch(await steps.create());
  const elsewhere = await steps.create('o_elsewhere');
  await hour();
  const { grids } = cloud.storedOne<Community>('communities', 'qinghe');
  const successor = { personId: 'p_neighbour', name: '郭大勇', phone: '16400000002' };
  await cloud.change('communities', 'qinghe', {
    grids: grids.map((grid) => (grid.gridId === 'qinghe_g1' ? { ...grid, worker: successor } : grid)),
  });
  await hour();
  const workerOf = (orderId: string) => cloud.storedOne<Order>('orders', orderId).worker?.name;
  expect([open, closed, elsewhere].map(({ orderId }) => workerOf(orderId))).toEqual(['郭大勇', '赵慧敏', '白雪']);
  const shown = await cloud.getAs('o_resident', 'order.get', { orderId: open.orderId });
  expect(shown).toMatchObject({ worker: { name: '郭大勇', phone: '16400000002' }, version: open.version });
  expect(shown.trail.map(({ byName }) => byName)).toEqual(['李秀兰', '赵慧敏']);
  await hour();
  const { operations } = (await cloud.trace(20)).filter(({ name }) => name === 'jobs').at(-1)!;
  expect(operations.filter(({ collection, writes }) => collection === 'orders' && writes > 0)).toEqual([]);
});

/** Records a change as whoever changed the source does, and lets the timer run once. */
async function follow(...sources: readonly Source[]): Promise<void> {
  const { database } = await cloud.services();
  for (const source of sources)
    await recordFoundChange(database, source, { at: new Date('2026-11-23T00:00:00Z'), revision: 'first-revision' });
  await cloud.control('/local/clock', { advanceMs: 300_000 });
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
  expect(operations.filter(({ collection }) => collection === 'sourceChanges')).toHaveLength(1);
  expect(operations.filter(({ collection }) => collection === 'logins')).toEqual([]);
});
