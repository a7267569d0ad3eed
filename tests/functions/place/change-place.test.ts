import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Place } from '../../../cloudfunctions/core/place/place';
import type { EndpointName, Input } from '../../../miniprogram/contracts/api';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  await cloud.control('/local/clock', { now: '2026-11-23T10:00:00+08:00', timers: 'skip' });
});
afterAll(() => cloud.close());

type Wanted<Name extends EndpointName> = Omit<Input<Name>, 'requestId'>;
const tried = <Name extends EndpointName>(name: Name, input: Wanted<Name>, openid = 'o_secretary') =>
  cloud.tryAs(openid, name, { ...input, requestId: newRequest() });
const act = <Name extends EndpointName>(name: Name, input: Wanted<Name>, openid = 'o_secretary') =>
  cloud.getAs(openid, name, { ...input, requestId: newRequest() } as unknown as Input<Name>);
/** The timer runs; on a busy machine the copies take more than one of its runs. */
async function timer(): Promise<void> {
  for (let run = 0; run < 3; run += 1) await cloud.control('/local/clock', { advanceMs: 600_000 });
}
const place = (id: string) => cloud.storedOne<Place>('places', id);
const listed = async (placeId?: string) =>
  (await cloud.getAs('o_secretary', 'place.listChildren', placeId === undefined ? {} : { placeId })).places;

test('S1-05, S1-06 a grid of its own colour, and a shop in it by its point; converted to GCJ-02', async () => {
  const corner = (longitude: number, latitude: number) => ({ latitude, longitude });
  const boundary = [corner(112.5, 37.8), corner(112.6, 37.8), corner(112.6, 37.9), corner(112.5, 37.9)];
  const green = await act('place.create', { kind: 'grid', name: '绿色网格', colour: 'green', boundary });
  expect(await tried('place.create', { kind: 'grid', name: '又一个', colour: 'green' })).toMatchObject({
    code: 'COLOUR_TAKEN',
    field: 'colour',
  });
  expect((await listed()).map(({ name }) => name)).toContain('绿色网格');
  const shop = await act('place.create', { kind: 'shop', name: '面馆', point: corner(112.6, 37.85) });
  expect(shop).toMatchObject({ gridName: '绿色网格', gcj02: corner(112.6, 37.85) });
  // 500 m west by a plain GPS is on the other side of the line in GCJ-02.
  const outside = { kind: 'shop', name: '药店', point: corner(112.5985, 37.85), system: 'wgs84' } as const;
  const apart = await act('place.create', outside);
  expect(apart.gridName).toBeUndefined();
  const { places } = await cloud.getAs('o_secretary', 'place.listApart', { list: 'ungridded' });
  expect(places.map(({ name }) => name)).toEqual(['药店']);
  expect((await listed()).map(({ name }) => name)).not.toContain('药店');
  const order = { category: 'repair' as const, words: '灯不亮', when: 'any' as const, fileIds: [] };
  expect(await tried('order.create', { ...order, placeId: apart.placeId }, 'o_resident')).toMatchObject({
    code: 'NOT_FOUND',
    field: 'placeId',
  });
  expect(await act('place.move', { placeId: apart.placeId, version: 1, parentId: green.placeId })).toMatchObject({
    gridName: '绿色网格',
  });
  expect(place(green.placeId).children).toBe(2);
});

test('a lane that is moved and renamed takes doors, people and open orders along; the past stays', async () => {
  const asked = { category: 'repair', words: '水管漏水', when: 'any', fileIds: [] } as const;
  const { orderId } = await act('order.create', { ...asked, fileIds: [] }, 'o_resident');
  const lane = await act('place.save', { placeId: 'qinghe_g1_s1_l1', version: 0, name: '石榴新巷' });
  expect(lane.former).toMatchObject([{ label: '石榴巷', gridName: '红色网格', byName: '王建国' }]);
  await act('place.move', { placeId: lane.placeId, version: lane.version, parentId: 'qinghe_g2' });
  expect(
    await tried('place.move', { placeId: lane.placeId, version: lane.version, parentId: 'qinghe_g1' }),
  ).toMatchObject({
    code: 'PLACE_CHANGED',
  });
  await timer();
  expect(place('qinghe_g1_s1').children).toBe(0);
  expect(place('qinghe_g1_h1')).toMatchObject({ grid: { gridId: 'qinghe_g2' } });
  const home = { gridId: 'qinghe_g2', gridName: '蓝色网格' };
  expect(cloud.storedOne<Person>('people', 'p_resident').home).toMatchObject(home);
  expect(cloud.storedOne<Order>('orders', orderId)).toMatchObject({ place: home, worker: { name: '白雪' } });
});

test('closes what is empty, out of the lists and of the roster; nothing of another community', async () => {
  expect(await tried('place.close', { placeId: 'qinghe_g1_c2', version: 0 })).toMatchObject({ code: 'PLACE_LIVED_IN' });
  expect(await tried('place.close', { placeId: 'qinghe_g1_c1', version: 0 })).toMatchObject({
    code: 'PLACE_NOT_EMPTY',
  });
  expect(await tried('place.close', { placeId: 'liuyuan_g1', version: 0 })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await tried('place.close', { placeId: 'qinghe_g1_s1', version: 0 }, 'o_worker')).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await tried('place.create', { kind: 'shop', parentId: 'closed:qinghe', name: '店' })).toMatchObject({
    code: 'NOT_FOUND',
    field: 'parentId',
  });
  const purple = await act('place.create', { kind: 'grid', name: '紫色网格', colour: 'purple' });
  await act('place.close', { placeId: purple.placeId, version: purple.version });
  const { grids } = cloud.storedOne<Community>('communities', 'qinghe');
  expect(grids.map(({ name }) => name)).not.toContain('紫色网格');
  expect((await listed()).map(({ name }) => name)).not.toContain('紫色网格');
  expect(await act('place.create', { kind: 'grid', name: '紫网格', colour: 'purple' })).toMatchObject({ version: 1 });
  expect(place(purple.placeId).acts).toMatchObject([
    { action: 'place.create', personId: 'p_secretary', hat: 'secretary' },
    { action: 'place.close' },
  ]);
});
