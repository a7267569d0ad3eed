import type { Login, LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import { erasureHolds } from '../../../cloudfunctions/core/passbook/erasure';
import type { Salt } from '../../../cloudfunctions/core/passbook/salts';
import type { ChangeRequest } from '../../../cloudfunctions/core/registration/change-request';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from '../order/order-steps';

jest.setTimeout(60_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  await cloud.control('/local/content-rules', { risky: ['坏话'] });
  steps = ordersOf(cloud);
});
afterAll(() => cloud.close());

const ask = (openid: string, input: object, requestId = newRequest()) =>
  cloud.tryAs(openid, 'person.requestChange', { ...input, requestId });
const waiting = async (openid: string) => (await cloud.getAs(openid, 'person.listChanges', {})).changes;
const approve = (openid: string, changeId: string) =>
  cloud.tryAs(openid, 'person.approveChange', { changeId, requestId: newRequest() });
const loginOf = (openid: string) => cloud.storedOne<LoginWithInbox>('logins', openid);
const kindsOf = (openid: string) => loginOf(openid).inbox.map(({ kind }) => kind);
const follow = () => cloud.control('/local/clock', { advanceMs: 600_000 });

describe('another name', () => {
  it('stands only when staff said yes, and what happened keeps the old one', async () => {
    const order = await steps.create('o_resident');
    const requestId = newRequest();
    const first = await ask('o_resident', { name: '李秀岚' }, requestId);
    expect(first).toMatchObject({ ok: true, data: { state: 'open', name: '李秀兰', newName: '李秀岚' } });
    expect(await ask('o_resident', { name: '李秀岚' }, requestId)).toEqual(first);
    expect(await ask('o_resident', { name: '李岚' })).toMatchObject({ code: 'ALREADY_PROPOSED' });
    expect(cloud.storedOne<Person>('people', 'p_resident').name).toBe('李秀兰');
    expect(kindsOf('o_worker')).toContain('change-asked');

    const [change] = await waiting('o_worker');
    expect(change).toMatchObject({ newName: '李秀岚', phone: '164 **** 0001' });
    expect(await waiting('o_worker2')).toEqual([]);
    expect(await approve('o_worker2', change!.changeId)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await approve('o_administrator', change!.changeId)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await approve('o_resident', change!.changeId)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await approve('o_worker', change!.changeId)).toMatchObject({ ok: true, data: { decidedBy: '赵慧敏' } });
    await follow();
    expect(cloud.storedOne<Login>('logins', 'o_resident').name).toBe('李秀岚');
    expect(cloud.storedOne<Order>('orders', order.orderId)).toMatchObject({
      requester: { name: '李秀岚' },
      trail: [{ by: { name: '李秀兰' } }],
    });
    expect(kindsOf('o_resident')).toContain('change-approved');
    expect(await waiting('o_worker')).toEqual([]);
  });

  it.each<[object, string, string | undefined]>([
    [{}, 'INVALID_INPUT', 'phone'],
    [{ name: '郭大勇' }, 'INVALID_INPUT', 'name'],
    [{ name: '坏话' }, 'CONTENT_REFUSED', 'name'],
    [{ phone: '12345' }, 'INVALID_INPUT', 'phone'],
    [{ phoneCode: 'made-up' }, 'PHONE_CODE_REFUSED', 'phoneCode'],
  ])('%j is refused', async (input, code, field) => {
    expect(await ask('o_neighbour', input)).toMatchObject({ ok: false, code, field });
  });
});

describe('another number', () => {
  it('of a grid worker reaches cards and open orders', async () => {
    const order = await steps.create('o_resident');
    const phoneCode = await cloud.phoneCode('o_worker', '16400000201');
    expect(await ask('o_worker', { phoneCode })).toMatchObject({ data: { newPhone: '164 **** 0201', proved: true } });
    const [change] = await waiting('o_secretary');
    expect(await approve('o_worker', change!.changeId)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    expect(await approve('o_secretary', change!.changeId)).toMatchObject({ ok: true });
    await follow();
    expect(cloud.storedOne<Person>('people', 'p_worker')).toMatchObject({
      phone: '16400000201',
      phoneSource: 'wechat',
    });
    expect(cloud.storedOne<Community>('communities', 'qinghe').grids[0]!.worker!.phone).toBe('16400000201');
    expect(cloud.storedOne<Order>('orders', order.orderId).worker!.phone).toBe('16400000201');
  });

  it('is read as one that is registered: a landline with its extension and the area code of the place', async () => {
    expect(await ask('o_young', { phone: '６４０-0124 转 802' })).toMatchObject({ ok: true });
    const [change] = cloud.stored<ChangeRequest>('changeRequests').filter(({ openid }) => openid === 'o_young');
    expect(change!.wanted).toEqual({ phone: '03516400124', phoneExtension: '802', phoneSource: 'office' });
  });

  it('may be refused, and its person reads why', async () => {
    expect(await ask('o_neighbour', { phone: '139 0000 0202' })).toMatchObject({
      data: { newPhone: '139 **** 0202', proved: false },
    });
    const [change] = await waiting('o_leader');
    const input = { changeId: change!.changeId, reason: '打过去不是本人', requestId: newRequest() };
    expect(await cloud.tryAs('o_leader', 'person.refuseChange', input)).toMatchObject({ data: { state: 'refused' } });
    expect(cloud.storedOne<Person>('people', 'p_neighbour').phone).toBe('16400000002');
    const { changes } = await cloud.getAs('o_neighbour', 'person.listChanges', { mine: true });
    expect(changes).toMatchObject([{ state: 'refused', reason: '打过去不是本人', decidedBy: '郝文斌' }]);
    expect(await cloud.tryAs('o_neighbour', 'person.listChanges', {})).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('name and words in the books', () => {
  const confirmed = async () => {
    const accepted = await steps.accept(await steps.dispatch(await steps.create('o_resident')));
    return steps.confirm(await steps.complete(accepted));
  };
  const lineOf = (entryId: string) => cloud.storedOne<Entry>('entries', entryId);
  const wish = (openid: string, input: object = {}, requestId = newRequest()) =>
    cloud.tryAs(openid, 'person.requestErasure', { reason: '搬走了，不想留名字', ...input, requestId });
  const verify = async (personId: string) =>
    cloud.getAs('o_secretary', 'passbook.verify', { unit: 'service', personId });

  it('are erased by two people under a signed line, and every book holds as before', async () => {
    const order = await confirmed();
    const award = `order:${order.orderId}:award`;
    expect(lineOf(award)).toMatchObject({ personId: 'p_member', name: expect.stringMatching(/./) });
    const requestId = newRequest();
    const first = await wish('o_member', {}, requestId);
    expect(first).toMatchObject({ ok: true, data: { kind: 'erasure', state: 'open', why: '搬走了，不想留名字' } });
    expect(await wish('o_member', {}, requestId)).toEqual(first);
    expect(await wish('o_member')).toMatchObject({ code: 'ALREADY_PROPOSED' });
    expect(kindsOf('o_secretary')).toContain('erasure-asked');
    const [change] = (await waiting('o_committee')).filter(({ kind }) => kind === 'erasure');
    expect(await approve('o_worker', change!.changeId)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await approve('o_member', change!.changeId)).toMatchObject({ code: 'FORBIDDEN' });
    expect(lineOf(award).name).not.toBe('');
    expect(await approve('o_committee', change!.changeId)).toMatchObject({ ok: true, data: { state: 'approved' } });
    expect(lineOf(award)).toMatchObject({ personId: 'p_member', name: '', points: lineOf(award).points });
    const { salt, erasure } = cloud.storedOne<Salt>('salts', 'p_member');
    expect([salt, erasure]).toMatchObject([null, { byId: 'p_committee', askedById: 'p_member' }]);
    expect(
      erasureHolds(cloud.storedOne<Salt>('salts', 'p_member'), [{ publicKey: erasure!.publicKey, from: '' }]),
    ).toBe(true);
    expect(await verify('p_member')).toMatchObject({ state: 'sound' });
    const later = await confirmed();
    expect(lineOf(`order:${later.orderId}:award`).name).toBe('');
    expect(await verify('p_member')).toMatchObject({ state: 'sound' });
  });

  it('of somebody who cannot ask are erased at the word of two who keep the books', async () => {
    expect(await wish('o_member', { personId: 'p_resident' })).toMatchObject({ code: 'FORBIDDEN', field: 'personId' });
    expect(await wish('o_secretary', { personId: 'p_stranger' })).toMatchObject({ code: 'NOT_FOUND' });
    const mayAsk = async (openid: string, personId: string) =>
      (await cloud.getAs(openid, 'passbook.get', { personId, unit: 'service' })).mayRequestErasure;
    expect(await mayAsk('o_secretary', 'p_member')).toBe(true);
    expect([await mayAsk('o_inspector', 'p_member'), await mayAsk('o_member', 'p_member')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(await wish('o_secretary', { personId: 'p_resident', reason: '家属来要求的' })).toMatchObject({ ok: true });
    const [change] = (await waiting('o_secretary')).filter(({ kind }) => kind === 'erasure');
    expect(change).toMatchObject({ askedBy: '王建国', why: '家属来要求的', awaitsAnother: true });
    const [seen] = (await waiting('o_committee')).filter(({ kind }) => kind === 'erasure');
    expect(seen).not.toHaveProperty('awaitsAnother');
    expect(await approve('o_secretary', change!.changeId)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    expect(await approve('o_committee', change!.changeId)).toMatchObject({ ok: true });
  });

  it('are gone whole where the approval broke off, and where a line was being written meanwhile', async () => {
    const { orderId } = await confirmed();
    const award = `order:${orderId}:award`;
    await cloud.change('entries', award, { title: '厨房水管漏水' });
    expect(await verify('p_member')).toMatchObject({ state: 'broken', why: 'words' });
    await cloud.control('/local/clock', { advanceMs: 3_600_000 });
    await follow();
    expect(lineOf(award).title).toBe('');
    expect(await verify('p_member')).toMatchObject({ state: 'sound' });
    expect(cloud.stored<ChangeRequest>('changeRequests').filter(({ erasing }) => erasing)).toEqual([]);
  });
});
