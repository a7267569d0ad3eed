import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Login, LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Post } from '../../../cloudfunctions/core/place/post';
import type { EndpointName, Input } from '../../../miniprogram/contracts/api';
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

type Wanted<Name extends EndpointName> = Omit<Input<Name>, 'requestId'>;
const tried = <Name extends EndpointName>(name: Name, input: Wanted<Name>, openid = 'o_secretary') =>
  cloud.tryAs(openid, name, { ...input, requestId: newRequest() });
const act = <Name extends EndpointName>(name: Name, input: Wanted<Name>, openid = 'o_secretary') =>
  cloud.getAs(openid, name, { ...input, requestId: newRequest() } as unknown as Input<Name>);
async function timer(): Promise<void> {
  for (let run = 0; run < 3; run += 1) await cloud.control('/local/clock', { advanceMs: 600_000 });
}
const hatsOf = (openid: string) => cloud.storedOne<Login>('logins', openid).hats.map(({ hat }) => hat);
const workerOf = (orderId: string) => cloud.storedOne<Order>('orders', orderId).worker?.name;
const post = (id: string) => cloud.storedOne<Post>('posts', id);
const worker = { placeId: 'qinghe_g1', hat: 'gridWorker' } as const;

test('somebody leaves with an offer, an accepted and a completed order', async () => {
  const offered = await steps.dispatch(await steps.create(), ['p_member']);
  const accepted = await steps.accept(await steps.dispatch(await steps.create(), ['p_member']));
  const taken = await steps.accept(await steps.dispatch(await steps.create(), ['p_member']));
  const completed = await steps.complete(taken);
  const { returns } = cloud.storedOne<Order>('orders', accepted.orderId);
  await act('person.leave', { personId: 'p_member' });
  expect(await cloud.callAs('o_member', 'order.listOffers', { state: 'open' })).toMatchObject({
    code: 'NOT_SIGNED_IN',
  });
  await timer();
  const order = ({ orderId }: { orderId: string }) => cloud.storedOne<Order>('orders', orderId);
  expect(order(offered)).toMatchObject({ status: 'submitted', offers: [{ state: 'lapsed' }], returns: 0 });
  expect(order(accepted)).toMatchObject({ status: 'submitted', assignee: null, returns, responsibleIds: [] });
  expect(order(completed)).toMatchObject({ status: 'completed', assignee: { name: '张海涛' } });
  const kindsOf = (openid: string) =>
    cloud
      .storedOne<LoginWithInbox>('logins', openid)
      .inbox.flatMap(({ kind, orderId }) => (orderId === accepted.orderId ? [kind] : []));
  expect(kindsOf('o_resident')).toContain('returned');
  expect(cloud.stored<Login>('logins').some(({ personId }) => personId === 'p_member')).toBe(false);
  await cloud.callAs('o_resident', 'order.confirm', {
    orderId: completed.orderId,
    version: completed.version,
    stars: 5,
    tags: [],
    requestId: newRequest(),
  });
  expect(order(completed)).toMatchObject({ outcome: 'solved', award: { points: 5 } });
  expect(cloud.storedOne<Person>('people', 'p_member')).toMatchObject({ kinds: [], reachable: false });
  const { people } = await cloud.getAs('o_secretary', 'person.find', { words: '张海涛' });
  expect(people).toEqual([]);
  const suggested = await cloud.getAs('o_secretary', 'order.suggest', { orderId: accepted.orderId });
  expect(JSON.stringify(suggested)).not.toContain('p_member"');
});

test('S1-08 a new worker from a day on: orders, cards and hats follow then, trails and the past do not', async () => {
  const { orderId } = await steps.dispatch(await steps.create(), ['p_captain']);
  const from = '2026-11-25T00:00:00+08:00';
  const { notes } = await act('post.assign', { ...worker, personId: 'p_member2', from });
  expect(notes).toEqual(['livesElsewhere']);
  await timer();
  expect([workerOf(orderId), hatsOf('o_member2').includes('gridWorker')]).toEqual(['赵慧敏', false]);
  await cloud.control('/local/clock', { now: '2026-11-25T00:00:01+08:00', timers: 'skip' });
  await timer();
  expect([workerOf(orderId), hatsOf('o_member2')[0], hatsOf('o_worker')[0]]).toEqual([
    '武建平',
    'gridWorker',
    'resident',
  ]);
  const card = await cloud.getAs('o_resident', 'card.get', { token: 'Card7Courtyard1East' });
  expect(card).toMatchObject({ worker: { name: '武建平' } });
  expect(cloud.storedOne<Order>('orders', orderId).trail.map(({ by }) => by?.name)).toContain('赵慧敏');
  expect(post('gridWorker_qinghe_g1')).toMatchObject({
    past: [{ name: '赵慧敏', until: new Date(from) }],
    acts: [{ action: 'post.assign', personId: 'p_secretary' }],
  });
  await cloud.callAs('o_member2', 'person.switchHat', { hat: 'gridWorker@qinghe_g1', requestId: newRequest() });
  const { orders } = await cloud.getAs('o_member2', 'order.listQueue', { filter: 'inProgress' });
  expect(orders.map((order) => order.orderId)).toContain(orderId);
});

test('a vacant post falls to the duty phone; a group leader leads the grid too, and is one person', async () => {
  await act('post.assign', worker);
  await act('post.assign', { placeId: 'qinghe_g2', hat: 'groupLeader', personId: 'p_group', leadsGrid: true });
  await timer();
  const { grids } = cloud.storedOne<Community>('communities', 'qinghe');
  expect(grids[0]?.worker).toBeUndefined();
  expect(grids[1]?.leader).toMatchObject({ personId: 'p_group' });
  expect(await cloud.getAs('o_resident', 'card.get', { token: 'Card7Courtyard1East' })).toMatchObject({
    call: { to: 'duty' },
  });
  expect(hatsOf('o_group').slice(0, 3)).toEqual(['groupLeader', 'groupLeader', 'gridLeader']);
});

test('nobody gives a post where it is not, to a stranger, or above their own reach', async () => {
  expect(await tried('post.assign', { ...worker, placeId: 'qinghe_g1_c1', personId: 'p_head' })).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'hat',
  });
  expect(await tried('post.assign', { ...worker, personId: 'p_stranger' })).toMatchObject({ field: 'personId' });
  expect(await tried('post.assign', { ...worker, placeId: 'liuyuan_g1' })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await tried('post.assign', { hat: 'secretary', personId: 'p_committee' }, 'o_committee')).toMatchObject({
    code: 'FORBIDDEN',
    field: 'hat',
  });
  expect(await tried('person.leave', { personId: 'p_secretary' }, 'o_committee')).toMatchObject({ code: 'FORBIDDEN' });
  expect(await tried('person.leave', { personId: 'p_secretary' })).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
});

test('finds people by the beginning of a name or by their number, with the number masked', async () => {
  const named = await cloud.getAs('o_secretary', 'person.find', { words: '武' });
  expect(named.people).toMatchObject([{ personId: 'p_member2', name: '武建平' }]);
  expect((await cloud.getAs('o_secretary', 'person.find', { words: '16400000005' })).people).toEqual(named.people);
  expect((await cloud.getAs('o_secretary', 'person.find', { words: '柳' })).people).toEqual([]);
  expect(JSON.stringify(named)).not.toContain('16400000005');
});
