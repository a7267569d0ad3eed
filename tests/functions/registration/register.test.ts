import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Login } from '../../../cloudfunctions/core/access/login';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.control('/local/content-rules', { risky: ['坏话'] });
});
afterAll(() => cloud.close());
beforeEach(() => cloud.setClock('2026-11-23T10:00:00+08:00'));

const token = 'Card7Courtyard1East';
const introduce = (openid: string, input: object) =>
  cloud.tryAs(openid, 'person.register', { requestId: newRequest(), ...input });
const buildLogin = (openid: string) => cloud.storedOne<Login>('logins', openid);

describe('a typed phone number', () => {
  it('places a newcomer where the card is, to be called back', async () => {
    expect(await introduce('o_new1', { token, name: ' 何桂香 ', phone: '16400000051' })).toEqual({
      ok: true,
      data: {
        personId: expect.stringMatching(/^p/),
        name: '何桂香',
        phone: '164 **** 0051',
        communityName: '清河社区',
        hat: 'resident@qinghe_g1_c1',
        elder: false,
        alone: false,
        roles: { veteran: false, volunteer: false },
        unread: 0,
        hats: [{ key: 'resident@qinghe_g1_c1', hat: 'resident', placeName: '石榴巷 7 号院 东屋', colour: 'red' }],
      },
    });
    const login = buildLogin('o_new1');
    expect(login).toMatchObject({ phoneVerified: false, phone: '16400000051', home: { gridId: 'qinghe_g1' } });
    expect(cloud.storedOne<Person>('people', login.personId)).toMatchObject({
      kinds: ['resident'],
      phoneSource: 'typed',
      reachable: true,
    });
  });

  it('never makes anybody the person who was imported with it', async () => {
    const reply = await introduce('o_impostor', { token, name: '曹燕', phone: '16400000099' });
    expect(reply).toMatchObject({ ok: true, data: { hats: [{ hat: 'resident' }] } });
    expect(buildLogin('o_impostor').personId).not.toBe('p_imported');
    expect(cloud.storedOne<Person>('people', 'p_imported').reachable).toBe(false);
  });

  it.each<[string, object, string, string]>([
    ['no number', { token, name: '何桂香' }, 'PHONE_NEEDED', 'phone'],
    ['a number that is none', { token, name: '何桂香', phone: '1380000' }, 'INVALID_INPUT', 'phone'],
    ['the number of a hot line', { token, name: '何桂香', phone: '12345' }, 'INVALID_INPUT', 'phone'],
    ['no name', { token, phone: '16400000052' }, 'INVALID_INPUT', 'name'],
    ['a name that must not stand', { token, name: '坏话', phone: '16400000052' }, 'CONTENT_REFUSED', 'name'],
    ['no card', { name: '何桂香', phone: '16400000052' }, 'NOT_FOUND', 'token'],
    ['a card that is none', { token: 'NoSuchCard000000', name: '何桂香', phone: '16400000052' }, 'NOT_FOUND', 'token'],
  ])('with %s is refused and writes nothing', async (_what, input, code, field) => {
    const before = [cloud.stored('people'), cloud.stored('logins')];
    expect(await introduce('o_new2', input)).toMatchObject({ ok: false, code, field });
    expect([cloud.stored('people'), cloud.stored('logins')]).toEqual(before);
  });
});

describe('a repeated introduction', () => {
  it('makes nobody twice, also when both come at once', async () => {
    const people = cloud.stored('people').length;
    const input = { token, name: '武秀英', phone: '16400000053', requestId: newRequest() };
    const [first, second] = await Promise.all([introduce('o_new3', input), introduce('o_new3', input)]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect(await introduce('o_new3', input)).toEqual(first);
    expect(await introduce('o_new3', { ...input, name: '武秀' })).toMatchObject({ code: 'REQUEST_REUSED' });
    expect(cloud.stored('people')).toHaveLength(people + 1);
  });

  it('with another request id answers who one is already', async () => {
    const before = buildLogin('o_resident');
    expect(await introduce('o_resident', { token, name: '别人', phone: '16400000054' })).toMatchObject({
      ok: true,
      data: { name: '李秀兰' },
    });
    expect(buildLogin('o_resident')).toEqual(before);
  });
});

describe('a number that WeChat verified', () => {
  it('binds the login to the imported person, with all their hats', async () => {
    const phoneCode = await cloud.phoneCode('o_imported', '16400000099');
    const reply = await introduce('o_imported', { phoneCode });
    expect(reply).toMatchObject({
      ok: true,
      data: { personId: 'p_imported', name: '曹燕', hats: [{ hat: 'member' }, { hat: 'resident' }] },
    });
    expect(buildLogin('o_imported')).toMatchObject({ phoneVerified: true, serves: { gridId: 'qinghe_g1' } });
    expect(cloud.storedOne<Person>('people', 'p_imported')).toMatchObject({ reachable: true });
  });

  it('turns a newcomer with a typed number into the imported person later', async () => {
    await introduce('o_late', { token, name: '郝师傅', phone: '16400000055' });
    const phoneCode = await cloud.phoneCode('o_late', '16400000011');
    expect(await introduce('o_late', { phoneCode, name: '郝文斌' })).toMatchObject({
      data: { personId: 'p_leader', name: '郝文斌' },
    });
    expect(buildLogin('o_late')).toMatchObject({ phone: '16400000011', phoneVerified: true });
  });

  it('takes the orders of the newcomer along, open and closed', async () => {
    await introduce('o_moved', { token, name: '郝师傅', phone: '16400000060' });
    const order = await cloud.getAs('o_moved', 'order.create', {
      category: 'repair',
      words: '灯坏了',
      when: 'any',
      fileIds: [],
      requestId: newRequest(),
    });
    const other = await cloud.getAs('o_moved', 'order.create', {
      category: 'repair',
      words: '门锁坏了',
      when: 'any',
      fileIds: [],
      requestId: newRequest(),
    });
    await cloud.getAs('o_moved', 'order.cancel', {
      orderId: other.orderId,
      version: other.version,
      reason: 'solved-myself',
      requestId: newRequest(),
    });
    const phoneCode = await cloud.phoneCode('o_moved', '16400000003');
    expect(await introduce('o_moved', { phoneCode, name: '段小满' })).toMatchObject({
      data: { personId: 'p_elsewhere' },
    });
    const mine = async (state: 'open' | 'closed') =>
      (await cloud.getAs('o_moved', 'order.listMine', { state })).orders.map(({ orderId }) => orderId).sort();
    expect([await mine('open'), await mine('closed')]).toEqual([[order.orderId], [other.orderId]]);
    expect(cloud.storedOne<Order>('orders', order.orderId)).toMatchObject({
      version: 1,
      requester: { personId: 'p_elsewhere', name: '段小满', verified: true },
      trail: [{ by: { name: '郝师傅' } }],
    });
    expect(await cloud.getAs('o_moved', 'order.get', { orderId: order.orderId })).toMatchObject({
      actions: ['makePrivate', 'cancel', 'remind'],
    });
  });

  it('makes the own number of a newcomer a verified one', async () => {
    await introduce('o_own', { token, name: '吕芳', phone: '16400000056' });
    const { personId } = buildLogin('o_own');
    const phoneCode = await cloud.phoneCode('o_own', '16400000057');
    expect(await introduce('o_own', { phoneCode })).toMatchObject({
      data: { personId, name: '吕芳', phone: '164 **** 0057' },
    });
    expect(cloud.storedOne<Person>('people', personId)).toMatchObject({
      phone: '16400000057',
      phoneSource: 'wechat',
    });
  });

  it('of somebody else, used twice, or made up is refused', async () => {
    const phoneCode = await cloud.phoneCode('o_thief_of', '16400000009');
    expect(await introduce('o_thief', { token, name: '贼', phoneCode })).toMatchObject({
      code: 'PHONE_CODE_REFUSED',
      field: 'phoneCode',
    });
    expect(await introduce('o_thief', { token, name: '贼', phoneCode: 'made-up' })).toMatchObject({
      code: 'PHONE_CODE_REFUSED',
      field: 'phoneCode',
    });
    const own = await cloud.phoneCode('o_twice', '16400000058');
    expect(await introduce('o_twice', { token, name: '任意', phoneCode: own })).toMatchObject({ ok: true });
    expect(await introduce('o_twice', { token, name: '任意', phoneCode: own })).toMatchObject({
      code: 'PHONE_CODE_REFUSED',
    });
  });

  it('that WeChat cannot verify now may be tried again', async () => {
    const phoneCode = await cloud.phoneCode('o_again', '16400000059');
    await cloud.control('/local/faults', { kind: 'openapi', match: 'phonenumber', errcode: -1 });
    expect(await introduce('o_again', { token, name: '再来', phoneCode })).toMatchObject({ code: 'BUSY' });
    expect(await introduce('o_again', { token, name: '再来', phoneCode })).toMatchObject({ ok: true });
  });
});
