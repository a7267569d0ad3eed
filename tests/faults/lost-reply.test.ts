import type { Order } from '../../cloudfunctions/core/order/document/order';
import type { Entry } from '../../cloudfunctions/core/passbook/entry';
import { newRequest, startApi, type ApiCloud } from '../support/api';
import { completed, communityWithMembers, memberOpenid, pooled } from './many-members';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  const done = Array.from({ length: 8 }, (_, index) => completed(`oDONE${index}`, index));
  cloud = await startApi({
    functions: ['api'],
    demo: communityWithMembers(10, [...done, pooled('oPOOL1'), pooled('oPOOL2')]),
  });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());
afterEach(() => cloud.control('/local/faults', undefined, 'DELETE'));

const fault = (kind: string, match: string, more: object = {}) =>
  cloud.control('/local/faults', { kind, match, times: 1, inside: 'api', ...more });
const entriesOf = (orderId: string) => cloud.stored<Entry>('entries').filter(({ sourceId }) => sourceId === orderId);

test('an order whose reply was lost is made once', async () => {
  const input = { category: 'repair', words: '灯不亮了', when: 'any', fileIds: [], requestId: newRequest() } as const;
  const before = cloud.stored('orders').length;
  await fault('timeout-after', 'database.insertDocument orders');
  expect(await cloud.callAs('o_resident', 'order.create', { ...input, fileIds: [] })).toMatchObject({
    ok: false,
    code: 'INTERNAL',
  });
  expect(await cloud.callAs('o_resident', 'order.create', { ...input, fileIds: [] })).toMatchObject({
    ok: true,
    data: { status: 'submitted' },
  });
  expect(cloud.stored('orders')).toHaveLength(before + 1);
});

test('an acceptance whose reply was lost is the same acceptance when it is asked again', async () => {
  const input = { orderId: 'oPOOL1', version: 2, requestId: newRequest() };
  await fault('timeout-after', 'database.modifyDocument orders');
  expect(await cloud.callAs(memberOpenid(0), 'order.accept', input)).toMatchObject({ ok: false, code: 'INTERNAL' });
  expect(await cloud.callAs(memberOpenid(0), 'order.accept', input)).toMatchObject({
    ok: true,
    data: { status: 'accepted', version: 3 },
  });
  expect(cloud.storedOne<Order>('orders', 'oPOOL1').trail.filter(({ action }) => action === 'accept')).toHaveLength(1);
});

test.each([
  ['the commit', 'timeout-after', 'database.commitTransaction'],
  ['the entry', 'timeout-after', 'database.insertDocument entries'],
  ['the entry, before it was written', 'timeout-before', 'database.insertDocument entries'],
  ['the order', 'timeout-before', 'database.modifyDocument orders'],
])('a confirmation that lost the reply of %s posts once', async (...[what, kind, match]) => {
  const orderId = `oDONE${['the commit', 'the entry', 'the entry, before it was written', 'the order'].indexOf(what)}`;
  const input = { orderId, version: 4, stars: 5, tags: [], requestId: newRequest() };
  await fault(kind, match);
  expect(await cloud.callAs('o_resident', 'order.confirm', input)).toMatchObject({ ok: false, code: 'INTERNAL' });
  expect(entriesOf(orderId)).toHaveLength(cloud.storedOne<Order>('orders', orderId).status === 'closed' ? 1 : 0);
  const again = await cloud.callAs('o_resident', 'order.confirm', input);
  expect(again).toMatchObject({ ok: true, data: { status: 'closed', award: { points: 5 } } });
  expect(entriesOf(orderId)).toHaveLength(1);
});

test('a confirmation delivered twice at once posts once', async () => {
  await fault('duplicate-delivery', 'function api order.confirm', { together: true, inside: undefined });
  expect(
    await cloud.callAs('o_resident', 'order.confirm', {
      orderId: 'oDONE4',
      version: 4,
      stars: 5,
      tags: [],
      requestId: newRequest(),
    }),
  ).toMatchObject({ ok: true });
  expect(entriesOf('oDONE4')).toHaveLength(1);
  expect(cloud.storedOne<Order>('orders', 'oDONE4').trail.filter(({ action }) => action === 'confirm')).toHaveLength(1);
});

test('a conflict in the middle is tried again by itself', async () => {
  await fault('conflict', 'database.insertDocument entries', { times: 2 });
  expect(
    await cloud.callAs('o_resident', 'order.confirm', {
      orderId: 'oDONE5',
      version: 4,
      stars: 4,
      tags: [],
      requestId: newRequest(),
    }),
  ).toMatchObject({ ok: true });
  expect(entriesOf('oDONE5')).toHaveLength(1);
});

test('the same request with other input is refused and changes nothing', async () => {
  const requestId = newRequest();
  const input = { orderId: 'oDONE6', version: 4, stars: 5, tags: [], requestId };
  expect(await cloud.callAs('o_resident', 'order.confirm', input)).toMatchObject({ ok: true });
  const before = JSON.stringify(cloud.storedOne('orders', 'oDONE6'));
  expect(await cloud.callAs('o_resident', 'order.confirm', { ...input, stars: 1 })).toMatchObject({
    ok: false,
    code: 'REQUEST_REUSED',
    field: 'requestId',
  });
  const accepting = { orderId: 'oPOOL2', version: 2, requestId };
  expect(await cloud.callAs(memberOpenid(2), 'order.accept', accepting)).toMatchObject({ ok: true });
  expect(await cloud.callAs(memberOpenid(2), 'order.accept', { ...accepting, version: 3 })).toMatchObject({
    ok: false,
    code: 'REQUEST_REUSED',
  });
  expect(JSON.stringify(cloud.storedOne('orders', 'oDONE6'))).toBe(before);
});

test('news that cannot be told does not undo what happened', async () => {
  await fault('timeout-before', 'database.modifyDocument logins');
  expect(
    await cloud.callAs('o_resident', 'order.confirm', {
      orderId: 'oDONE7',
      version: 4,
      stars: 5,
      tags: [],
      requestId: newRequest(),
    }),
  ).toMatchObject({ ok: true, data: { status: 'closed' } });
});
