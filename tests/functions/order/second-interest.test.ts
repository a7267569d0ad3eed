import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { PairCount } from '../../../cloudfunctions/core/passbook/pairs/pair-count';
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

const call = { category: 'escort', words: '想找人陪着去医院复查', when: 'any', placeId: 'qinghe_g1_c1' } as const;
const intake = (name: string, phone: string, openid = 'o_worker') =>
  cloud.getAs(openid, 'order.intake', { ...call, name, phone, requestId: newRequest() });
const rating = { stars: 5, tags: [] };
const linesOf = ({ orderId }: OrderView) =>
  cloud.stored<Entry>('entries').filter(({ sourceId }) => sourceId === orderId).length;
/** A number that was only typed is called first. */
const callable = async (order: OrderView) =>
  order.callFirst ? steps.move('o_worker', 'order.recordCall', order, { result: 'reached' }) : order;
const done = async (order: OrderView, openid = 'o_member', memberIds = ['p_member', 'p_member2']) =>
  steps.complete(await steps.accept(await steps.dispatch(await callable(order), memberIds), openid), openid);
const wear = (openid: string, hat: string) => cloud.getAs(openid, 'person.switchHat', { hat, requestId: newRequest() });

describe('S2-14 a confirmation on the phone', () => {
  test('is not for who took the order in, sent somebody, or did it; the view says whose it is', async () => {
    const completed = await done(await intake('谁也不是', '13800000701'));
    for (const openid of ['o_worker', 'o_member']) {
      expect((await cloud.getAs(openid, 'order.get', { orderId: completed.orderId })).actions).not.toContain('confirm');
    }
    expect(await steps.tried('o_worker', 'order.confirm', completed, rating)).toMatchObject({
      ok: false,
      code: 'UNINVOLVED_NEEDED',
      field: 'orderId',
    });
    expect(await steps.tried('o_member', 'order.confirm', completed, rating)).toMatchObject({ code: 'FORBIDDEN' });
    expect(linesOf(completed)).toBe(0);
    const seen = await cloud.getAs('o_leader', 'order.get', { orderId: completed.orderId });
    expect(seen).toMatchObject({ confirmer: { by: 'leader', name: '郝文斌' }, source: 'phone' });
    expect(seen.actions).toContain('confirm');
    expect(await steps.messageKinds('o_leader', completed.orderId)).toContain('to-call');
    expect(await steps.confirm(completed, 'o_leader')).toMatchObject({ rating: { via: 'call' }, award: { points: 5 } });
    expect(linesOf(completed)).toBe(1);
  });

  test('where everybody of the grid had a hand in it, the committee asks', async () => {
    const order = await intake('谁也不是', '13800000702', 'o_leader');
    const completed = await done(order);
    expect(completed.confirmer).toEqual({ by: 'committee' });
    for (const openid of ['o_leader', 'o_worker'])
      expect(await steps.tried(openid, 'order.confirm', completed, rating)).toMatchObject({
        code: 'UNINVOLVED_NEEDED',
      });
    expect(await steps.confirm(completed, 'o_committee')).toMatchObject({ award: { points: 5 } });
  });

  test('is not had for somebody who has WeChat: only they confirm', async () => {
    const order = await intake('李秀兰', '16400000001');
    expect(steps.stored(order).requester).toMatchObject({ personId: 'p_resident', openid: 'o_resident' });
    const completed = await done(order);
    expect(completed.confirmer).toEqual({ by: 'requester' });
    for (const openid of ['o_leader', 'o_secretary', 'o_worker'])
      expect(await steps.tried(openid, 'order.confirm', completed, rating)).toMatchObject({
        ok: false,
        code: 'REQUESTER_CONFIRMS',
      });
    expect(await steps.confirm(completed)).toMatchObject({ rating: { via: 'requester' }, award: { points: 5 } });
  });

  test('nor for somebody who came to WeChat after they called', async () => {
    const completed = await done(await intake('曹燕', '16400000099'));
    await cloud.change('people', 'p_imported', { reachable: true });
    expect(await steps.tried('o_leader', 'order.confirm', completed, rating)).toMatchObject({
      ok: false,
      code: 'REQUESTER_CONFIRMS',
    });
    await cloud.change('people', 'p_imported', { reachable: false });
    expect(await steps.tried('o_leader', 'order.confirm', completed, rating)).toMatchObject({ ok: true });
  });
});

describe('nobody earns from themselves', () => {
  const refusedTo = async (order: OrderView, openid = 'o_elsewhere') => {
    const closed = await steps.confirm(await done(order), openid);
    expect(closed.award).toBeUndefined();
    expect(linesOf(closed)).toBe(0);
    const seen = [openid, 'o_member', 'o_secretary'].map((reader) =>
      cloud.getAs(reader, 'order.get', { orderId: closed.orderId }),
    );
    for (const view of await Promise.all(seen)) expect(view.awardRefused).toBe(closed.awardRefused);
    expect(steps.stored(closed).award).toEqual({ refused: closed.awardRefused });
    return closed.awardRefused;
  };

  test.each(['16400000004', '+86 164 0000 0004', '１６４-0000-0004'])(
    'not by a number of their own: %s',
    async (typed) => {
      await cloud.change('logins', 'o_elsewhere', { phone: typed, phoneVerified: false });
      const order = await steps.create('o_elsewhere', { placeId: 'qinghe_g1_c1' });
      await cloud.change('logins', 'o_elsewhere', { phone: '16400000003', phoneVerified: true });
      expect(await refusedTo(order)).toBe('sameNumber');
    },
  );

  test('nor by a number that staff typed, nor by one household', async () => {
    const order = await intake('谁也不是', '16400000004');
    const closed = await steps.confirm(await done(order), 'o_leader');
    expect(closed).toMatchObject({ awardRefused: 'sameNumber' });
    const { home } = cloud.storedOne<{ home: object }>('people', 'p_resident');
    const before = cloud.storedOne<{ home: object }>('people', 'p_member').home;
    await cloud.change('people', 'p_member', { home });
    const own = await steps.create('o_resident');
    expect(await refusedTo(own, 'o_resident')).toBe('sameHousehold');
    await cloud.change('people', 'p_member', { home: before });
  });

  test('nor with a second WeChat user of an invented number, sent to themselves', async () => {
    const kinds = ['resident', 'branchMember'];
    await cloud.change('people', 'p_worker', { kinds });
    const { hats } = cloud.storedOne<{ hats: object[] }>('logins', 'o_worker');
    const member = { key: 'member@qinghe', hat: 'member', placeId: 'qinghe', path: 'qinghe', placeName: '清河社区' };
    await cloud.change('logins', 'o_worker', { kinds, hats: [...hats, member] });
    await cloud.change('logins', 'o_resident', { phoneVerified: false });
    const order = await steps.create('o_resident');
    await cloud.change('logins', 'o_resident', { phoneVerified: true });
    const dispatched = await steps.dispatch(await callable(order), ['p_worker']);
    await wear('o_worker', 'member@qinghe');
    const completed = await steps.complete(await steps.accept(dispatched, 'o_worker'), 'o_worker');
    await wear('o_worker', 'gridWorker@qinghe_g1');
    expect(await steps.confirm(completed)).toMatchObject({ awardRefused: 'unknownRequester' });
    expect(linesOf(completed)).toBe(0);
  });

  test('and what a post does earns nothing, whoever holds it', async () => {
    const asked = { category: 'schooling', words: '孩子上学要什么材料', private: true } as const;
    const order = await steps.create('o_resident', asked);
    const accepted = await steps.accept(order, 'o_worker');
    const closed = await steps.confirm(await steps.complete(accepted, 'o_worker'));
    expect(closed).toMatchObject({ awardRefused: 'byPost' });
    const handed = await steps.create('o_resident', { category: 'schooling', words: '孩子上学还要什么材料' });
    await wear('o_worker', 'member@qinghe');
    const taken = await steps.accept(await steps.accept(handed, 'o_head'), 'o_worker');
    expect(steps.stored(taken).assignee).toMatchObject({ personId: 'p_worker', staff: true });
    await wear('o_worker', 'gridWorker@qinghe_g1');
    expect(await steps.confirm(await steps.complete(taken, 'o_worker'))).toMatchObject({ awardRefused: 'byPost' });
  });
});

test('above the cap of a pair nothing is earned, and what came near it is listed', async () => {
  const { policy } = cloud.storedOne<{ policy: { order: object } }>('communities', 'qinghe');
  const capped = { ...policy, order: { ...policy.order, pairCaps: { confirmed: 2, called: 2 } } };
  await cloud.change('communities', 'qinghe', { policy: capped });
  const awards = [];
  for (let round = 0; round < 3; round += 1) {
    const order = await steps.create('o_neighbour', { private: round === 2 });
    const closed = await steps.confirm(await done(order, 'o_member2'), 'o_neighbour');
    awards.push(closed.award?.points ?? closed.awardRefused);
  }
  expect(awards).toEqual([5, 5, 'pairCap']);
  const listed = { way: 'confirmed', earnerName: '武建平', paid: 2, unpaid: 1, cap: 2, month: '2026-11' };
  const seen = async (openid: string) =>
    (await cloud.getAs(openid, 'passbook.listPairs', {})).pairs.find(({ cap }) => cap === 2);
  expect(await seen('o_secretary')).toMatchObject({ ...listed, giverName: '郭大勇' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
  for (const openid of ['o_committee', 'o_inspector']) {
    expect(await seen(openid)).toMatchObject(listed);
    expect(await seen(openid)).not.toHaveProperty('giverName');
  }
  expect(await cloud.callAs('o_worker', 'passbook.listPairs', {})).toMatchObject({ code: 'FORBIDDEN' });
  expect((await cloud.getAs('o_strangerSecretary', 'passbook.listPairs', {})).pairs).toEqual([]);
  await cloud.setClock('2026-12-01T10:00:00+08:00');
  const next = await steps.confirm(await done(await steps.create('o_neighbour'), 'o_member2'), 'o_neighbour');
  expect(next).toMatchObject({ award: { points: 5 } });
  expect(cloud.stored<PairCount>('pairs').filter(({ cap }) => cap === 2)).toHaveLength(2);
  await cloud.change('communities', 'qinghe', { policy });
});
