import type { Person } from '../../../cloudfunctions/core/person/person';
import { threeLevels } from '../../../cloudfunctions/core/place/policy';
import type { Community } from '../../../cloudfunctions/core/place/community';
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
const act = <Name extends EndpointName>(name: Name, input: Wanted<Name>, openid = 'o_secretary') =>
  cloud.getAs(openid, name, { ...input, requestId: newRequest() } as unknown as Input<Name>);
const tried = <Name extends EndpointName>(name: Name, input: Wanted<Name>, openid = 'o_secretary') =>
  cloud.callAs(openid, name, { ...input, requestId: newRequest() });
const grids = (whole?: string) => cloud.getAs('o_secretary', 'place.listGrids', whole === undefined ? {} : { whole });

/** A circle of so many corners. */
const outline = (corners: number) =>
  Array.from({ length: corners }, (_, at) => ({
    latitude: 37.86 + 0.002 * Math.sin((2 * Math.PI * at) / corners),
    longitude: 112.55 + 0.003 * Math.cos((2 * Math.PI * at) / corners),
  }));

test('a grid is drawn by its corners, in fewer of them on the map of all, and in its colour', async () => {
  const before = (await grids()).grids;
  expect(before.map(({ name, boundary, worker }) => [name, boundary.length, worker])).toEqual([
    ['红色网格', 0, '赵慧敏'],
    ['蓝色网格', 0, '白雪'],
  ]);
  const [first, second] = before;
  await act('place.save', {
    placeId: first!.placeId,
    version: first!.version,
    name: first!.name,
    colour: 'green',
    boundary: outline(60),
  });
  // Eighteen more grids share the corners that a map has room for.
  await act('place.save', { placeId: second!.placeId, version: second!.version, name: second!.name, colour: 'blue' });
  const [drawn] = (await grids()).grids;
  expect([drawn?.colour, drawn?.boundary.length]).toEqual(['green', 60]);
  for (let index = 0; index < 8; index += 1) await act('place.create', { kind: 'grid', name: `新${String(index)}` });
  expect((await grids()).grids[0]?.boundary).toHaveLength(16);
  expect((await grids('qinghe_g1')).grids[0]?.boundary).toHaveLength(60);
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
});

test('a night counts what each grid holds, lane chiefs once each, and nothing that was closed', async () => {
  expect((await grids()).countedAt).toBeUndefined();
  await steps.create();
  const empty = await act('place.create', { kind: 'courtyard', parentId: 'qinghe_g1', name: '空院' });
  await act('place.close', { placeId: empty.placeId, version: empty.version });
  await act('post.assign', { placeId: 'qinghe_g1_c1', hat: 'laneChief', personId: 'p_lane' });
  await cloud.control('/local/clock', { now: '2026-11-24T02:01:00+08:00', timers: 'skip' });
  for (let run = 0; run < 4; run += 1) await cloud.control('/local/clock', { advanceMs: 600_000 });
  const counted = await grids();
  const living = cloud
    .stored<Person>('people')
    .filter(({ home }) => home && `${home.path}/`.startsWith('qinghe/qinghe_g1/'));
  expect(counted.grids[0]?.figures).toEqual({
    courtyards: 2,
    households: 2,
    people: living.length,
    openOrders: 1,
    laneChiefs: 1,
  });
  expect(living.length).toBeGreaterThan(0);
  expect(counted.grids[2]?.figures).toMatchObject({ courtyards: 0, people: 0, openOrders: 0 });
  expect(counted.countedAt).toBeDefined();
});

test('posts of a place come with who stands above it, by the levels of the community', async () => {
  const levels = async (placeId?: string) => {
    const { levels: shown } = await cloud.getAs('o_secretary', 'post.list', placeId === undefined ? {} : { placeId });
    return shown.map(({ level, name }) => [level, name]);
  };
  expect(await levels('qinghe_g1_c2')).toEqual([
    ['branch', '王建国'],
    ['partyGroup', '冯秀珍'],
    ['gridWorker', '赵慧敏'],
    ['laneChief', '贺玉梅'],
    ['courtyardHead', null],
  ]);
  expect(await cloud.lastCall()).toMatchObject({ reads: 3, refusals: [] });
  await act('policy.change', { policy: { place: { levels: threeLevels } }, reason: '三级网格' });
  expect(await levels('qinghe_g1_c2')).toEqual([
    ['branch', '王建国'],
    ['partyGroup', '冯秀珍'],
    ['centreHousehold', undefined],
  ]);
  const { hats } = await cloud.getAs('o_secretary', 'post.list', { placeId: 'qinghe_g1_c2' });
  expect(hats).toEqual([]);
  expect(cloud.storedOne<Community>('communities', 'qinghe').policy.place).toEqual({
    levels: threeLevels,
    teamKinds: [],
  });
  expect(
    await tried('policy.change', { policy: { place: { levels: ['laneChief'] } }, reason: '没有支部' }),
  ).toMatchObject({ code: 'INVALID_INPUT', field: 'policy.place.levels' });
  expect(
    await tried('policy.change', { policy: { station: { reportRetentionDays: 20 } }, reason: '够了' }),
  ).toMatchObject({
    ok: true,
  });
  // Whoever serves already is not put out by another form, and nobody is kept from a post.
  expect(
    await tried('post.assign', { placeId: 'qinghe_g1_c2', hat: 'courtyardHead', personId: 'p_neighbour' }),
  ).toMatchObject({ ok: true });
});

test('S1-10 a group leader who is not to lead the grid is said so', async () => {
  const group = { placeId: 'qinghe_g1', hat: 'groupLeader', personId: 'p_group' } as const;
  expect((await act('post.assign', group)).notes).toContain('leadsNoGrid');
  expect((await act('post.assign', { ...group, leadsGrid: true })).notes).not.toContain('leadsNoGrid');
});

test('before somebody leaves it is shown what lapses, what goes back and what still pays', async () => {
  const offered = await steps.dispatch(await steps.create(), ['p_member']);
  const accepted = await steps.accept(await steps.dispatch(await steps.create(), ['p_member']));
  const taken = await steps.accept(await steps.dispatch(await steps.create(), ['p_member']));
  const completed = await steps.complete(taken);
  const shown = await cloud.getAs('o_secretary', 'person.previewLeave', { personId: 'p_member' });
  const ids = (orders: readonly { readonly orderId: string }[]) => orders.map(({ orderId }) => orderId);
  expect([ids(shown.lapsing), ids(shown.returning), ids(shown.paying)]).toEqual([
    [offered.orderId],
    [accepted.orderId],
    [completed.orderId],
  ]);
  expect(shown.person.phone).toContain('****');
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
  const worker = await cloud.getAs('o_secretary', 'person.previewLeave', { personId: 'p_worker' });
  expect(worker.posts).toEqual([{ hat: 'gridWorker', placeName: '红色网格' }]);
  expect(await cloud.callAs('o_secretary', 'person.previewLeave', { personId: 'p_stranger' })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('somebody without a grid is given one by saying where they live', async () => {
  const lives = { personId: 'p_imported', placeId: 'qinghe_g1_c2' };
  expect(await act('person.settle', lives)).toMatchObject({ placeLabel: '石榴巷 9 号院' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 4, writes: 3 });
  expect(cloud.storedOne<Person>('people', 'p_imported')).toMatchObject({
    home: { gridId: 'qinghe_g1', courtyardId: 'qinghe_g1_c2' },
    acts: [{ action: 'person.settle', personId: 'p_secretary' }],
  });
  for (const [change, refused] of [
    [{ placeId: 'qinghe_g1' }, { code: 'INVALID_INPUT', field: 'placeId' }],
    [{ placeId: 'liuyuan_c1' }, { code: 'NOT_FOUND', field: 'placeId' }],
    [{ personId: 'p_stranger' }, { code: 'NOT_FOUND', field: 'personId' }],
  ] as const)
    expect(await tried('person.settle', { ...lives, ...change })).toMatchObject(refused);
});
