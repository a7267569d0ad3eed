import type { Login, LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { office, sheetOf } from './lists';

/** The office wrote a wrong number: somebody else proved it, and the office corrects it. */
let cloud: ApiCloud;
let services: Services;
let desk: ReturnType<typeof office>;

beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'files', 'jobs'] });
  services = await cloud.services();
  desk = office(cloud, services);
});
afterAll(() => cloud?.close());

const wrong = '16466600001';
const right = '16466600002';
const header = ['姓名', '联系电话', '网格', '街巷', '院落', '门牌号'];
const at = ['红色网格', '石榴巷', '7号院', '南屋'];
const prove = async (openid: string, phone: string, more: object = {}) =>
  cloud.tryAs(openid, 'person.register', {
    phoneCode: await cloud.phoneCode(openid, phone),
    requestId: newRequest(),
    ...more,
  });
const loginOf = (openid: string) => cloud.storedOne<Login>('logins', openid);
const inboxOf = (openid: string) => cloud.storedOne<LoginWithInbox>('logins', openid).inbox.map(({ kind }) => kind);
const bai = () => cloud.stored<Person>('people').find(({ name }) => name === '白玉兰')!;
const order = (openid: string, words: string) =>
  cloud.getAs(openid, 'order.create', {
    category: 'repair',
    words,
    when: 'any',
    fileIds: [],
    requestId: newRequest(),
  });
const requesterOf = (orderId: string) => cloud.storedOne<Order>('orders', orderId).requester.personId;

test('until it is corrected whoever proves the wrong number is taken for them', async () => {
  await desk.bring('residents', sheetOf([header, ['白玉兰', wrong, ...at]]));
  await prove('o_wrong', wrong);
  expect(loginOf('o_wrong').personId).toBe(bai()._id);
});

test('the corrected number binds the right person at the next proof, and the wrong login goes, told', async () => {
  const theirs = await order('o_wrong', '灯不亮了');
  const person = bai();
  const checked = await desk.check('residents', sheetOf([header, ['白玉兰', right, ...at]]));
  const [row] = (await desk.rows(checked.importId, 'duplicate')).rows;
  await cloud.getAs('o_secretary', 'import.decide', {
    importId: checked.importId,
    rowId: row!.rowId,
    decision: 'same',
    personId: person._id,
    requestId: newRequest(),
  });
  expect(await desk.apply(checked)).toMatchObject({ written: 1 });
  expect(bai()).toMatchObject({ _id: person._id, phone: right, phoneSource: 'office', corrected: { phone: wrong } });
  expect(loginOf('o_wrong').personId).toBe(person._id);

  expect(await prove('o_right', right, { name: '白玉兰' })).toMatchObject({
    ok: true,
    data: { personId: person._id, name: '白玉兰' },
  });
  expect(loginOf('o_right')).toMatchObject({ personId: person._id, phone: right, phoneVerified: true });
  expect(loginOf('o_right').heldBack).toBeUndefined();
  expect(bai()).not.toHaveProperty('corrected');

  const gone = loginOf('o_wrong');
  expect(gone.personId).not.toBe(person._id);
  expect(gone).toMatchObject({ phone: wrong, phoneVerified: true, hats: [{ hat: 'resident', placeId: 'qinghe' }] });
  expect(gone.home).toBeUndefined();
  expect(inboxOf('o_wrong')).toEqual(['login-released']);
  expect(cloud.storedOne<Person>('people', gone.personId)).toMatchObject({ phone: wrong, phoneSource: 'wechat' });

  const hers = await order('o_right', '水管漏了');
  await cloud.control('/local/clock', { advanceMs: 20 * 60_000 });
  expect(requesterOf(theirs.orderId)).toBe(gone.personId);
  expect(requesterOf(hers.orderId)).toBe(person._id);
  expect(await cloud.tryAs('o_wrong', 'order.get', { orderId: hers.orderId })).toMatchObject({ code: 'NOT_FOUND' });
  const { orders } = await cloud.getAs('o_wrong', 'order.listMine', { state: 'open' });
  expect(orders.map(({ orderId }) => orderId)).toEqual([theirs.orderId]);
});

test('whoever is the right person already and proves the new number stays, and nobody goes', async () => {
  await cloud.change('people', 'p_resident', { corrected: { phone: '16400000001', at: new Date() } });
  const before = loginOf('o_resident').personId;
  await prove('o_resident', '16400000001');
  expect(loginOf('o_resident').personId).toBe(before);
});
