import type { Login, LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { recordFoundChange } from '../../../cloudfunctions/core/projection/source-change';
import type { Reply } from '../../../miniprogram/contracts/error';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(60_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
});
afterAll(() => cloud.close());

const token = 'Card7Courtyard1East';
const register = (openid: string, input: object): Promise<Reply<unknown>> =>
  cloud.tryAs(openid, 'person.register', { requestId: newRequest(), ...input });
const prove = async (openid: string, phone: string, more: object = {}) =>
  register(openid, { phoneCode: await cloud.phoneCode(openid, phone), ...more });
const loginOf = (openid: string) => cloud.storedOne<Login>('logins', openid);
const inboxOf = (openid: string) =>
  cloud.storedOne<LoginWithInbox>('logins', openid).inbox.map(({ kind, name }) => [kind, name]);
const personOf = (openid: string) => cloud.storedOne<Person>('people', loginOf(openid).personId);
const setPerson = (id: string, fields: Partial<Person>) => cloud.change('people', id, fields);
const order = (openid: string, more: object = {}) =>
  cloud.getAs(openid, 'order.create', {
    category: 'repair',
    words: '水管冻住了',
    when: 'any',
    fileIds: [],
    requestId: newRequest(),
    ...more,
  });
const minutes = (count: number) => cloud.control('/local/clock', { advanceMs: count * 60_000 });

describe('a number that X typed and that Y owns', () => {
  const typed = '16400000151';

  it('makes the owner nobody but herself, and X reads nothing of hers', async () => {
    await register('o_x', { token, name: '冒名', phone: typed });
    const mine = await order('o_x');
    const reply = await prove('o_y', typed, { token, name: '安红梅' });
    expect(reply).toMatchObject({ ok: true, data: { name: '安红梅' } });
    expect(loginOf('o_y').personId).not.toBe(loginOf('o_x').personId);

    const hers = await order('o_y', { category: 'birth', words: '产检想有人陪', private: true });
    expect(await cloud.tryAs('o_x', 'order.get', { orderId: hers.orderId })).toMatchObject({ code: 'NOT_FOUND' });
    const { orders } = await cloud.getAs('o_x', 'order.listMine', { state: 'open' });
    expect(orders.map(({ orderId }) => orderId)).toEqual([mine.orderId]);
    expect(await cloud.tryAs('o_y', 'order.get', { orderId: mine.orderId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('loses its trust with X, who keeps their orders and is asked for a number again', async () => {
    expect(personOf('o_x')).toMatchObject({ phone: typed, phoneSource: 'disproved' });
    await minutes(11);
    expect(loginOf('o_x')).toMatchObject({ phone: '', phoneVerified: false });
    expect(await cloud.getAs('o_x', 'person.getSession', {})).not.toHaveProperty('phone');
    const input = { category: 'repair', words: '门坏了', when: 'any', fileIds: [], requestId: newRequest() };
    expect(await cloud.tryAs('o_x', 'order.create', input)).toMatchObject({ code: 'PHONE_NEEDED', field: 'phone' });
    expect(await register('o_x', { phone: '16400000152' })).toMatchObject({
      ok: true,
      data: { name: '冒名', phone: '164 **** 0152' },
    });
    expect(personOf('o_x')).toMatchObject({ phone: '16400000152', phoneSource: 'typed' });
    expect(await order('o_x')).toMatchObject({ status: 'submitted' });
  });

  it('is no caller of the office: an order taken by phone stands with a new person', async () => {
    await register('o_x2', { token, name: '安小梅', phone: '16400000153' });
    const taken = await cloud.getAs('o_worker', 'order.intake', {
      category: 'repair',
      words: '灯不亮',
      when: 'any',
      name: '安小梅',
      phone: '16400000153',
      placeId: 'qinghe_g1_h1',
      requestId: newRequest(),
    });
    expect(cloud.storedOne<Order>('orders', taken.orderId).requester.personId).not.toBe(loginOf('o_x2').personId);
  });
});

describe('whose number it is', () => {
  it('a number at which somebody is called, and which is another’s, binds nobody', async () => {
    await setPerson('p_imported', { phoneOwner: 'other' });
    const reply = await prove('o_daughter', '16400000099', { token, name: '曹小燕' });
    expect(reply).toMatchObject({ ok: true, data: { name: '曹小燕', hats: [{ hat: 'resident' }] } });
    expect(loginOf('o_daughter').personId).not.toBe('p_imported');
    await setPerson('p_imported', { phoneOwner: 'self' });
  });

  it('binds to whom an office entered; a proved number of nobody renames no one', async () => {
    expect(await prove('o_imported', '16400000099')).toMatchObject({ data: { personId: 'p_imported', name: '曹燕' } });
    expect(await prove('o_imported', '16400000161', { token, name: '随便' })).toMatchObject({
      code: 'CHANGE_BY_REQUEST',
      field: 'phoneCode',
    });
    expect(loginOf('o_imported')).toMatchObject({ name: '曹燕', phone: '16400000099' });
    expect(cloud.storedOne<Person>('people', 'p_imported')).toMatchObject({ name: '曹燕', phone: '16400000099' });
  });

  it('nobody who is known becomes somebody else by another’s number', async () => {
    expect(await prove('o_resident', '16400000009')).toMatchObject({ code: 'CHANGE_BY_REQUEST' });
    expect(loginOf('o_resident').personId).toBe('p_resident');
  });

  it('reads numbers however they are typed, a landline with its extension and the area code of the place', async () => {
    await register('o_typed1', { token, name: '申桂花', phone: '+86 １６４-0000 0162' });
    expect(personOf('o_typed1').phone).toBe('16400000162');
    await register('o_typed2', { token, name: '申桂兰', phone: '6400123 转 802' });
    expect(personOf('o_typed2')).toMatchObject({ phone: '03516400123', phoneExtension: '802', phoneSource: 'typed' });
    const { orderId } = await order('o_typed2');
    const shown = await cloud.getAs('o_worker', 'order.revealPhone', {
      orderId,
      party: 'requester',
      requestId: newRequest(),
    });
    expect(shown.phone).toBe('03516400123-802');
  });
});

describe('hats and the second factor', () => {
  it('a new WeChat user with the secretary’s number waits for them, and the old login hears of it', async () => {
    expect(await prove('o_sim', '16400000014', { name: '王建国' })).toMatchObject({
      data: { personId: 'p_secretary', heldBack: true, hats: [{ hat: 'resident' }] },
    });
    expect(inboxOf('o_secretary')).toContainEqual(['new-login', undefined]);
    expect(inboxOf('o_committee')).toContainEqual(['to-confirm', '王建国']);
    expect(
      await cloud.tryAs('o_sim', 'person.switchHat', { hat: 'secretary@qinghe', requestId: newRequest() }),
    ).toEqual(expect.objectContaining({ code: 'FORBIDDEN' }));
  });

  it('neither a change of the person nor of the roster brings them', async () => {
    const { database, clock } = await cloud.services();
    const occasion = { at: clock.now(), revision: 'revision-1' };
    await recordFoundChange(database, { kind: 'person', id: 'p_secretary' }, occasion);
    await minutes(11);
    expect(loginOf('o_sim').hats.map(({ hat }) => hat)).toEqual(['resident']);
  });

  it('the secretary does not confirm their own; another holder does', async () => {
    const { changes } = await cloud.getAs('o_committee', 'person.listChanges', {});
    const [change] = changes.filter(({ kind, name }) => kind === 'hats' && name === '王建国');
    expect(change).toMatchObject({ hats: ['secretary', 'member'], state: 'open' });
    const approve = (openid: string, requestId = newRequest()) =>
      cloud.tryAs(openid, 'person.approveChange', { changeId: change!.changeId, requestId });
    expect(await approve('o_secretary')).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    expect(await approve('o_worker')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await approve('o_sim')).toMatchObject({ code: 'FORBIDDEN' });
    const requestId = newRequest();
    expect(await approve('o_committee', requestId)).toMatchObject({ ok: true, data: { state: 'approved' } });
    expect(await approve('o_committee', requestId)).toMatchObject({ ok: true, data: { state: 'approved' } });
    expect(await approve('o_administrator')).toMatchObject({ code: 'ALREADY_SETTLED' });
    expect(loginOf('o_sim')).not.toHaveProperty('heldBack');
    expect(loginOf('o_sim').hats.map(({ hat }) => hat)).toContain('secretary');
    expect(loginOf('o_sim').hatInUse).toBe('secretary@qinghe');
  });

  it('a number of somebody who has a login is not enough without their name', async () => {
    expect(await prove('o_recycled', '16400000009')).toMatchObject({ code: 'INVALID_INPUT', field: 'name' });
    expect(cloud.stored<Login>('logins').map(({ _id }) => _id)).not.toContain('o_recycled');
  });

  it('a number that was given to somebody else carries nothing over', async () => {
    expect(await prove('o_recycled', '16400000009', { token, name: '新来的' })).toMatchObject({
      data: { name: '新来的', hats: [{ hat: 'resident' }] },
    });
    expect(loginOf('o_recycled').personId).not.toBe('p_worker');
    expect(loginOf('o_worker')).toMatchObject({ phone: '16400000009', hatInUse: 'gridWorker@qinghe_g1' });
  });
});

describe('what follows from a registration', () => {
  const toConfirm = () => inboxOf('o_committee').filter(([kind, name]) => kind === 'to-confirm' && name === '王建国');
  const newLogins = () => inboxOf('o_secretary').filter(([kind]) => kind === 'new-login');
  const fault = (kind: string, match: string) =>
    cloud.control('/local/faults', { kind, match, inside: 'api', times: 1 });
  afterEach(() => cloud.control('/local/faults', undefined, 'DELETE'));

  it.each([
    ['the reply of its write was lost', 'timeout-after', 'database.commitTransaction'],
    ['an inbox could not be written', 'timeout-before', 'database.modifyDocument logins'],
  ])('is told once and undone nowhere where %s, by the repetition or by the timer', async (_what, kind, match) => {
    for (const who of ['repeated', 'given-up']) {
      const openid = `o_${who}_${kind}`;
      const before = [toConfirm().length, newLogins().length];
      await register(`o_typed_${openid}`, { token, name: '冒名', phone: '16400000014' });
      const input = {
        name: '王建国',
        phoneCode: await cloud.phoneCode(openid, '16400000014'),
        requestId: newRequest(),
      };
      await fault(kind, match);
      await register(openid, input);
      expect(await cloud.control('/local/faults')).toEqual([]);
      if (who === 'repeated') expect(await register(openid, input)).toMatchObject({ ok: true });
      else await minutes(11);
      expect(loginOf(openid)).toMatchObject({ personId: 'p_secretary', heldBack: 'all' });
      expect([toConfirm().length, newLogins().length]).toEqual(before.map((count) => count + 1));
      expect(inboxOf(openid)).toEqual([]);
      expect(personOf(`o_typed_${openid}`).phoneSource).toBe('disproved');
      await minutes(11);
      expect(loginOf(openid)).not.toHaveProperty('outbox');
      expect([toConfirm().length, newLogins().length]).toEqual(before.map((count) => count + 1));
    }
  });
});

describe('orders of somebody whose proved number shows who they are', () => {
  const rebound = (orderId: string) => cloud.storedOne<Order>('orders', orderId);
  afterEach(() => cloud.control('/local/faults', undefined, 'DELETE'));

  it.each([
    ['its commit', 'database.commitTransaction', 0],
    ['the read of the orders', 'database.getDocument orders', 0],
    ['the first order that was written', 'database.modifyDocument orders', 1],
  ])('stand with that person, though the call died at %s and nobody repeated it', async (_what, match, after) => {
    const openid = `o_given_up_${after}_${match.length}`;
    await register(openid, { token, name: '曹燕', phone: `164000004${match.length}` });
    const newcomerId = loginOf(openid).personId;
    const made = [await order(openid), await order(openid, { category: 'errand', words: '取一下药' })];
    await cloud.control('/local/faults', { kind: 'timeout-after', match, after, inside: 'api', times: 1 });
    expect(await prove(openid, '16400000099', { name: '曹燕' })).toMatchObject({ ok: false, code: 'INTERNAL' });
    expect(await cloud.control('/local/faults')).toEqual([]);
    expect(loginOf(openid)).toMatchObject({ personId: 'p_imported', rebinding: { fromId: newcomerId } });
    await minutes(11);
    for (const { orderId } of made)
      expect(rebound(orderId)).toMatchObject({
        requester: { personId: 'p_imported', phone: '16400000099', openid },
        followers: ['p_imported'],
        trail: [{ by: { personId: newcomerId } }],
      });
    expect(loginOf(openid)).not.toHaveProperty('rebinding');
  });
});

describe('neighbours’ words', () => {
  it('are shown to nobody who only typed a number at a card', async () => {
    const theirs = await order('o_resident', { words: '院里路灯不亮' });
    const similar = (openid: string) =>
      cloud.getAs(openid, 'order.findSimilar', { category: 'repair', words: '院里路灯不亮', token });
    const join = (openid: string) =>
      cloud.tryAs(openid, 'order.join', { orderId: theirs.orderId, version: 1, requestId: newRequest() });
    await register('o_stranger_typed', { token, name: '路过', phone: '16400000171' });
    expect(await similar('o_neighbour')).toMatchObject({ order: { orderId: theirs.orderId } });
    expect(await similar('o_stranger_typed')).toEqual({});
    expect(await join('o_stranger_typed')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await join('o_neighbour')).toMatchObject({ ok: true });
  });
});
