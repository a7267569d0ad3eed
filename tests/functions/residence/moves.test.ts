import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Alarm } from '../../../cloudfunctions/core/passbook/alarm/alarm';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Move } from '../../../cloudfunctions/core/residence/move';
import type { VisitPlan } from '../../../cloudfunctions/core/visit/plan';
import type { Input } from '../../../miniprogram/contracts/api';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
});
afterAll(() => cloud.close());
beforeEach(() => cloud.setClock('2026-11-23T10:00:00+08:00'));

const west = 'qinghe_g1_h2';
const registerIn = (said: Partial<Input<'residence.registerIn'>> = {}, openid = 'o_head') =>
  cloud.callAs(openid, 'residence.registerIn', {
    placeId: west,
    name: '常月',
    phone: '16400000081',
    tenure: 'tenant',
    day: '2026-11-20',
    requestId: newRequest(),
    ...said,
  });
const registerOut = (personId: string, placeId = west) =>
  cloud.callAs('o_head', 'residence.registerOut', { placeId, personId, day: '2026-11-22', requestId: newRequest() });
const decide = (openid: string, moveId: string, said: Partial<Input<'residence.decide'>> = {}) =>
  cloud.callAs(openid, 'residence.decide', { moveId, agree: true, requestId: newRequest(), ...said });
async function registered(said: Partial<Input<'residence.registerIn'>>): Promise<string> {
  const reply = await registerIn(said);
  if (!reply.ok) throw new Error(`${reply.code} ${reply.field ?? ''}`);
  return reply.data.moveId;
}
const move = (moveId: string) => cloud.storedOne<Move>('moves', moveId);
const named = (name: string) => cloud.stored<Person>('people').filter((person) => person.name === name);
const person = (personId: string) => cloud.storedOne<Person>('people', personId);
const inbox = (openid: string) => cloud.storedOne<LoginWithInbox>('logins', openid).inbox.map(({ kind }) => kind);
const points = () => cloud.stored<Entry>('entries').filter(({ cause, kind }) => kind === 'entry' && cause === 'tenant');
const runJobs = () => cloud.control('/local/clock', { advanceMs: 11 * 60_000 });

describe('somebody moves in', () => {
  it('S1-16 counts for nothing before another than the head confirmed it, and then lives there', async () => {
    const requestId = newRequest();
    const first = await registerIn({ requestId });
    expect(first).toMatchObject({ ok: true, data: { state: 'asked', name: '常月', phone: '164 **** 0081' } });
    expect(await registerIn({ requestId })).toEqual(first);
    expect(await registerIn()).toMatchObject({ code: 'ALREADY_PROPOSED', field: 'phone' });
    expect(inbox('o_worker')).toContain('move-asked');
    expect(named('常月')).toEqual([]);
    const moveId = first.ok ? first.data.moveId : '';
    expect(await decide('o_head', moveId)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await decide('o_worker2', moveId)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await cloud.getAs('o_worker', 'home.get', {})).body).toMatchObject({ for: 'grid', moves: 2 });
    const said = { requestId: newRequest() };
    const confirmed = await decide('o_worker', moveId, said);
    expect(confirmed).toMatchObject({ ok: true, data: { state: 'confirmed', decidedBy: '赵慧敏' } });
    expect(await decide('o_worker', moveId, said)).toEqual(confirmed);
    expect(await decide('o_leader', moveId)).toMatchObject({ code: 'ALREADY_SETTLED' });
    expect(named('常月')).toMatchObject([{ kinds: ['tenant'], home: { placeId: west }, phoneSource: 'office' }]);
    expect(inbox('o_head')).toContain('move-confirmed');
    await runJobs();
    const names = cloud.storedOne<VisitPlan>('visitPlans', west).residents.map(({ name }) => name);
    expect(names.sort()).toEqual(['常月', '郭大勇'].sort());
    const phoneCode = await cloud.phoneCode('o_chang', '16400000081');
    await cloud.getAs('o_chang', 'person.register', { phoneCode, requestId: newRequest() });
    expect(cloud.storedOne<LoginWithInbox>('logins', 'o_chang').home?.placeId).toBe(west);
  });

  it('S1-19 a registered tenant earns the head points once; an owner earns none', async () => {
    expect(points()).toMatchObject([{ personId: 'p_head', points: 2, unit: 'courtyard' }]);
    const owner = await registered({ name: '常星', phone: '16400000082', tenure: 'owner' });
    await decide('o_worker', owner);
    expect(move(owner)).toMatchObject({ state: 'confirmed', award: null });
    const again = await registered({ placeId: 'qinghe_g1_h1' });
    await decide('o_worker', again);
    expect(move(again)).toMatchObject({ state: 'confirmed', award: null, formerPlaceId: west });
    expect(points()).toHaveLength(1);
  });

  it.each([
    ['the head’s own number', { name: '任小贵', phone: '16400000007' }, { another: true }, 'sameNumber'],
    ['the confirmer’s', { name: '赵小敏', phone: '16400000009' }, { another: true }, undefined],
  ])('a tenant with %s: %j', async (_name, said, choice, refused) => {
    const moveId = await registered(said);
    await decide('o_worker', moveId, choice);
    const { award } = move(moveId);
    expect(award && 'refused' in award ? award.refused : undefined).toBe(refused);
  });

  it('a number under another name asks who it is; nobody is registered twice', async () => {
    const moveId = await registered({ name: '李秀芳', phone: '16400000001' });
    const { moves } = await cloud.getAs('o_worker', 'residence.list', { state: 'asked' });
    expect(moves.find((one) => one.moveId === moveId)?.known).toMatchObject([
      { personId: 'p_resident', name: '李秀兰' },
    ]);
    const own = await cloud.getAs('o_head', 'residence.list', { state: 'asked' });
    expect(own.moves.find((one) => one.moveId === moveId)).not.toHaveProperty('known');
    expect(await decide('o_worker', moveId)).toMatchObject({ code: 'PERSON_KNOWN', field: 'personId' });
    expect(await decide('o_worker', moveId, { personId: 'p_neighbour' })).toMatchObject({ code: 'NOT_FOUND' });
    await decide('o_worker', moveId, { personId: 'p_resident' });
    expect(named('李秀芳')).toEqual([]);
    expect(person('p_resident')).toMatchObject({ home: { placeId: west }, kinds: ['tenant'] });
    expect(person('p_resident').alone).toBeUndefined();
  });

  it('is refused with a reason that the head reads, and may be registered again', async () => {
    const moveId = await registered({ name: '常辰', phone: '16400000083' });
    expect(await decide('o_worker', moveId, { agree: false })).toMatchObject({ field: 'reason' });
    await decide('o_worker', moveId, { agree: false, reason: '打过电话，还没搬来' });
    const { moves } = await cloud.getAs('o_head', 'residence.list', { state: 'refused' });
    expect(moves).toMatchObject([{ name: '常辰', reason: '打过电话，还没搬来', mayDecide: false }]);
    expect(inbox('o_head')).toContain('move-refused');
    expect(named('常辰')).toEqual([]);
    expect(await registerIn({ name: '常辰', phone: '16400000083' })).toMatchObject({ ok: true });
  });

  it.each([
    [{ day: '2026-11-24' }, 'INVALID_INPUT', 'day'],
    [{ phone: '164000000' }, 'INVALID_INPUT', 'phone'],
    [{ placeId: 'qinghe_g1_c1' }, 'NOT_FOUND', 'placeId'],
    [{ placeId: 'qinghe_g2_c1' }, 'NOT_FOUND', 'placeId'],
    [{ tenure: 'guest' as 'tenant' }, 'INVALID_INPUT', 'tenure'],
  ])('%j is turned away: %s %s', async (said, code, field) => {
    expect(await registerIn({ name: '谁', phone: '16400000089', ...said })).toMatchObject({ code, field });
  });
});

describe('a registration is taken back', () => {
  it('by whoever made it, as long as nobody decided; then it may be made anew', async () => {
    const said = { name: '常误', phone: '16400000084' };
    const moveId = await registered(said);
    const withdraw = (openid: string, id = moveId, requestId = newRequest()) =>
      cloud.callAs(openid, 'residence.withdraw', { moveId: id, requestId });
    const own = await cloud.getAs('o_head', 'residence.list', { state: 'asked' });
    expect(own.moves.find((one) => one.moveId === moveId)).toMatchObject({ mayWithdraw: true, mayDecide: false });
    const seen = await cloud.getAs('o_worker', 'residence.list', { state: 'asked' });
    expect(seen.moves.find((one) => one.moveId === moveId)).toMatchObject({ mayWithdraw: false, mayDecide: true });
    expect(await withdraw('o_worker')).toMatchObject({ code: 'FORBIDDEN' });
    const requestId = newRequest();
    const taken = await withdraw('o_head', moveId, requestId);
    expect(taken).toMatchObject({ ok: true, data: { state: 'withdrawn', mayWithdraw: false } });
    expect(await withdraw('o_head', moveId, requestId)).toEqual(taken);
    expect(await withdraw('o_head')).toMatchObject({ code: 'ALREADY_SETTLED', field: 'moveId' });
    expect(await decide('o_worker', moveId)).toMatchObject({ code: 'ALREADY_SETTLED' });
    expect(named('常误')).toEqual([]);
    const again = await registered(said);
    await decide('o_worker', again, { agree: false, reason: '还没搬来' });
    expect(await withdraw('o_head', again)).toMatchObject({ code: 'ALREADY_SETTLED' });
  });

  it('or decided, whichever comes first; never both', async () => {
    const moveId = await registered({ name: '常同', phone: '16400000085', tenure: 'owner' });
    const [decided, taken] = await Promise.all([
      decide('o_worker', moveId),
      cloud.callAs('o_head', 'residence.withdraw', { moveId, requestId: newRequest() }),
    ]);
    expect([decided.ok, taken.ok].sort()).toEqual([false, true]);
    expect(move(moveId).state).toBe(decided.ok ? 'confirmed' : 'withdrawn');
    expect(named('常同')).toHaveLength(decided.ok ? 1 : 0);
  });
});

it('twenty moves of one newcomer, confirmed at once, make one person, whom no other name becomes', async () => {
  const like = move('mv_sample');
  const many = Array.from({ length: 20 }, (_, index) => {
    const _id = `mv_same_${String(index)}`;
    return {
      ...like,
      _id,
      name: '常一',
      phone: '16400000086',
      openKey: _id,
      listKey: `${like.listKey}${_id}`,
      requests: [],
    };
  });
  const another = { ...many[0]!, _id: 'mv_other', openKey: 'mv_other', listKey: `${like.listKey}other`, name: '常二' };
  cloud.database.load('moves', [...many, another]);
  let open = many.map(({ _id }) => _id);
  for (let round = 0; round < 9 && open.length > 0; round += 1) {
    const replies = await Promise.all(open.map((moveId) => decide('o_worker', moveId)));
    for (const reply of replies) expect(reply.ok || reply.code).toEqual(reply.ok ? true : 'BUSY');
    open = open.filter((_id, index) => !replies[index]!.ok);
  }
  expect(open).toEqual([]);
  expect(named('常一')).toHaveLength(1);
  const { _id: personId } = named('常一')[0]!;
  expect(many.every(({ _id }) => move(_id).personId === personId)).toBe(true);
  expect(await decide('o_worker', 'mv_other')).toMatchObject({ code: 'PERSON_KNOWN' });
  await decide('o_worker', 'mv_other', { another: true });
  expect(named('常二')).toMatchObject([{ phone: '16400000086' }]);
});

describe('somebody moves out', () => {
  it('lives there until it is confirmed, is told, and their orders go on', async () => {
    const order = await cloud.getAs('o_neighbour', 'order.create', {
      category: 'repair',
      words: '水龙头漏水',
      when: 'any',
      fileIds: [],
      requestId: newRequest(),
    });
    const asked = await registerOut('p_neighbour');
    expect(asked).toMatchObject({ ok: true, data: { direction: 'out', name: '郭大勇' } });
    expect(await registerOut('p_neighbour')).toMatchObject({ code: 'ALREADY_PROPOSED', field: 'personId' });
    expect(await registerOut('p_lane')).toMatchObject({ code: 'NOT_FOUND', field: 'personId' });
    expect(person('p_neighbour').home?.placeId).toBe(west);
    await decide('o_leader', asked.ok ? asked.data.moveId : '');
    expect(person('p_neighbour').home).toBeUndefined();
    expect(inbox('o_neighbour')).toContain('moved-out');
    await runJobs();
    const stored = cloud.storedOne<Order>('orders', order.orderId);
    expect(stored).toMatchObject({ closed: false, requester: { personId: 'p_neighbour' } });
    const open = await cloud.getAs('o_neighbour', 'order.listMine', { state: 'open' });
    expect(open.orders.map(({ orderId }) => orderId)).toContain(order.orderId);
    const plan = cloud.storedOne<VisitPlan>('visitPlans', west);
    expect(plan.residents.map(({ personId }) => personId)).not.toContain('p_neighbour');
  });

  it('whoever moved elsewhere meanwhile is left where they are', async () => {
    const asked = await registerOut('p_resident');
    const { home } = person('p_elsewhere');
    await cloud.change('people', 'p_resident', { home });
    expect(await decide('o_worker', asked.ok ? asked.data.moveId : '')).toMatchObject({ code: 'ALREADY_SETTLED' });
    expect(person('p_resident').home).toEqual(home);
  });
});

it('every move keeps who did what, and the night finds nothing wrong with the points', async () => {
  const all = cloud
    .stored<Move>('moves')
    .filter(({ state, _id }) => state !== 'asked' && state !== 'withdrawn' && !/^mv_(?:sample|same|other)/.test(_id));
  expect(all.length).toBeGreaterThan(4);
  for (const { acts = [], decision } of all) expect([acts.length, decision === null]).toEqual([2, false]);
  await cloud.setClock('2026-11-24T03:00:00+08:00');
  for (let run = 0; run < 4; run += 1) await runJobs();
  expect(cloud.stored<Alarm>('alarms')).toEqual([]);
});
