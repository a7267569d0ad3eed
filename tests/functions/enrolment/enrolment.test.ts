import type { Enrolment, EnrolmentCounts } from '../../../cloudfunctions/core/enrolment/enrolment';
import type { Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { logins, type LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Input } from '../../../miniprogram/contracts/api';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
});
afterAll(() => cloud.close());
beforeEach(() => cloud.setClock('2026-11-28T10:00:00+08:00'));

const gridId = 'qinghe_g1';
const stored = (personId: string) => cloud.storedOne<Enrolment>('enrolments', personId);
const counts = () => cloud.storedOne<EnrolmentCounts>('enrolmentCounts', 'qinghe');
const person = (personId: string) => cloud.storedOne<Person>('people', personId);
const inbox = (openid: string) => cloud.storedOne<LoginWithInbox>('logins', openid).inbox.map(({ kind }) => kind);
const request = (openid: string, grid = gridId) =>
  cloud.callAs(openid, 'enrolment.request', { gridId: grid, requestId: newRequest() });
const decide = (openid: string, more: Partial<Input<'enrolment.decide'>> = {}) =>
  cloud.callAs(openid, 'enrolment.decide', {
    personId: 'p_resident',
    agree: true,
    requestId: newRequest(),
    ...more,
  });
const addGroup = (openid: string, members: Input<'enrolment.addGroup'>['members'], requestId = newRequest()) =>
  cloud.callAs(openid, 'enrolment.addGroup', { channel: 'group', gridId, members, requestId });
const tick = (openid: string, input: Omit<Input<'enrolment.tick'>, 'requestId'>) =>
  cloud.callAs(openid, 'enrolment.tick', { ...input, requestId: newRequest() });
/** What the funnel says of each channel adds up to what is stored. */
async function expectFunnelAddsUp(): Promise<void> {
  const { lines, total, grids } = await cloud.getAs('o_secretary', 'enrolment.getFunnel', {});
  const all = cloud.stored<Enrolment>('enrolments');
  expect(total.asked).toBe(all.length);
  expect(total.enrolled).toBe(all.filter(({ state }) => state === 'enrolled').length);
  expect(grids.reduce((sum, { enrolled }) => sum + enrolled, 0)).toBe(total.enrolled);
  expect(lines.reduce((sum, { asked }) => sum + asked, 0)).toBe(total.asked);
}

describe('a working member enrols', () => {
  it('S2-02 asks online, and is a member of that grid once somebody there said so', async () => {
    expect(await request('o_resident')).toMatchObject({ ok: true, data: { state: 'asked', channel: 'online' } });
    expect(await cloud.lastCall()).toMatchObject({ refusals: [] });
    expect(person('p_resident').kinds).not.toContain('serviceMember');
    expect(inbox('o_leader')).toContain('enrolment-asked');
    expect(await request('o_resident', 'qinghe_g2')).toMatchObject({ ok: false, code: 'ALREADY_PROPOSED' });
    expect(await decide('o_worker2')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await decide('o_leader')).toMatchObject({ ok: true, data: { state: 'enrolled', byName: '郝文斌' } });
    expect(await decide('o_worker')).toMatchObject({ ok: false, code: 'ALREADY_SETTLED' });
    expect(await request('o_resident')).toMatchObject({ ok: false, code: 'ALREADY_SETTLED' });
    expect(person('p_resident')).toMatchObject({ serves: { gridId }, branchId: 'branch:qinghe' });
    expect(inbox('o_resident')).toContain('enrolled');
    await cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
    expect(cloud.storedOne<LoginWithInbox>('logins', 'o_resident').hats.map(({ hat }) => hat)).toContain('member');
    await expectFunnelAddsUp();
  });

  it('with a number that WeChat proved alone: another is told to prove theirs', async () => {
    const { database } = await cloud.services();
    const prove = (phoneVerified: boolean) =>
      database.updateWhere(logins, { _id: 'o_neighbour' }, { set: { phoneVerified } });
    const { phoneVerified } = cloud.storedOne<LoginWithInbox>('logins', 'o_neighbour');
    await prove(false);
    expect(await request('o_neighbour')).toMatchObject({ ok: false, code: 'PHONE_UNPROVED', field: 'phone' });
    await prove(phoneVerified);
  });

  it('is refused with a reason that they read, and may ask again', async () => {
    await request('o_elsewhere', 'qinghe_g2');
    const refusal = { personId: 'p_elsewhere', agree: false };
    expect(await decide('o_worker2', refusal)).toMatchObject({ ok: false, field: 'reason' });
    await decide('o_worker2', { ...refusal, reason: '组织关系还没转来' });
    const own = await cloud.getAs('o_elsewhere', 'enrolment.get', {});
    expect(own.enrolment).toMatchObject({ state: 'refused', reason: '组织关系还没转来' });
    expect(await request('o_elsewhere', 'qinghe_g2')).toMatchObject({ ok: true, data: { state: 'asked' } });
    expect(stored('p_elsewhere').acts?.map(({ action }) => action)).toEqual([
      'enrolment.request',
      'enrolment.decide',
      'enrolment.request',
    ]);
    await expectFunnelAddsUp();
  });

  it('S5-09 a courier comes by the channel that the community keeps for sites, while their link lasts', async () => {
    const [community] = cloud
      .stored<{ _id: string; policy: object }>('communities')
      .filter(({ _id }) => _id === 'qinghe');
    const enrolment = { free1: '小哥站点报到', siteChannel: 'free1' };
    await cloud.change('communities', 'qinghe', { policy: { ...community!.policy, enrolment } });
    expect(await request('o_courier')).toMatchObject({
      ok: true,
      data: { channel: 'free1', channelName: '小哥站点报到' },
    });
    await expectFunnelAddsUp();
  });
});

describe('a party group enrols its members', () => {
  const members = [
    { name: '武建平', phone: '16400000005' },
    { name: '张海涛', phone: '16400000004' },
    { name: '李小兰', phone: '16400000001' },
    { name: '尹向东', phone: '164 0000 0061' },
  ];

  it('S2-03 each in one grid and nobody twice, whoever was known before or not', async () => {
    const requestId = newRequest();
    const first = await addGroup('o_group', members, requestId);
    expect(first).toMatchObject({
      ok: true,
      data: {
        outcomes: [
          { name: '武建平', outcome: 'enrolled' },
          { name: '张海涛', outcome: 'already' },
          { name: '李小兰', outcome: 'otherName' },
          { name: '尹向东', outcome: 'enrolled' },
        ],
      },
    });
    expect(await addGroup('o_group', members, requestId)).toEqual(first);
    expect(await addGroup('o_group', members)).toMatchObject({
      data: { outcomes: [{ outcome: 'already' }, { outcome: 'already' }, {}, { outcome: 'already' }] },
    });
    const newcomers = cloud.stored<Person>('people').filter(({ name }) => name === '尹向东');
    expect(newcomers).toMatchObject([{ phone: '16400000061', phoneSource: 'office', serves: { gridId } }]);
    expect(newcomers[0]!.kinds).toEqual(['serviceMember']);
    await expectFunnelAddsUp();
  });

  it('in its own grid alone, by a channel in use', async () => {
    const other = { channel: 'group', gridId: 'qinghe_g2', members, requestId: newRequest() } as const;
    expect(await cloud.callAs('o_group', 'enrolment.addGroup', other)).toMatchObject({ field: 'gridId' });
    const unnamed = { ...other, gridId, channel: 'free2', requestId: newRequest() } as const;
    expect(await cloud.callAs('o_group', 'enrolment.addGroup', unnamed)).toMatchObject({ field: 'channel' });
  });

  it('a new member finds themselves by their own number', async () => {
    const phoneCode = await cloud.phoneCode('o_yin', '16400000061');
    const session = await cloud.getAs('o_yin', 'person.register', { phoneCode, requestId: newRequest() });
    expect(session.hats.map(({ hat }) => hat)).toEqual(['member']);
    const { enrolment } = await cloud.getAs('o_yin', 'enrolment.get', {});
    expect(enrolment).toMatchObject({ state: 'enrolled', channel: 'group', welcomed: 0 });
  });
});

describe('the welcome of six items', () => {
  it('S2-05 a duty is what suggestions follow, the suggestion is an order of theirs', async () => {
    expect(await tick('o_member', { item: 'duty', done: true, skills: ['device', 'repair'] })).toMatchObject({
      ok: true,
      data: { welcomed: 2, skills: ['device', 'repair'] },
    });
    expect(person('p_member').skills).toEqual(['device', 'repair']);
    const { orderId } = await cloud.getAs('o_member', 'order.create', {
      category: 'other',
      words: '楼下的路灯能不能亮到十点',
      when: 'any',
      fileIds: [],
      requestId: newRequest(),
    });
    expect(await tick('o_member2', { item: 'suggestion', done: true, orderId })).toMatchObject({ field: 'orderId' });
    expect(await tick('o_member', { item: 'suggestion', done: true, orderId })).toMatchObject({ ok: true });
    expect(stored('p_member').welcome.suggestion).toMatchObject({ personId: 'p_member', orderId });
  });

  it('has a day and an actor for each; the sixth counts as welcomed, one taken back no longer', async () => {
    const before = counts().channels.group?.welcomed ?? 0;
    for (const item of ['group', 'preview'] as const) await tick('o_member', { item, done: true });
    expect(await tick('o_member', { item: 'badge', done: true })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(counts().channels.group?.welcomed ?? 0).toBe(before);
    const badge = { personId: 'p_member', item: 'badge' } as const;
    expect(await tick('o_worker2', { ...badge, done: true })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await tick('o_group', { ...badge, done: true })).toMatchObject({ data: { welcomed: 6 } });
    expect(stored('p_member').welcome.badge).toMatchObject({ personId: 'p_group', hat: 'groupLeader' });
    expect(counts().channels.group?.welcomed).toBe(before + 1);
    await tick('o_group', { ...badge, done: false });
    expect(counts().channels.group?.welcomed).toBe(before);
    expect(stored('p_member').acts).toHaveLength(6);
  });
});

describe('the five parts of a member', () => {
  const presence = (openid: string, personId?: string) =>
    cloud.callAs(openid, 'enrolment.getPresence', personId === undefined ? {} : { personId });

  it('S2-01 says what was recorded and nothing else, to the member and to those of the grid', async () => {
    const own = await presence('o_member');
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0, refusals: [] });
    const [first] = cloud.stored<Passbook>('passbooks').filter(({ personId }) => personId === 'p_member');
    expect(own).toMatchObject({ data: { service: { thisYear: first?.countThisYear ?? 0, ever: first?.count ?? 0 } } });
    const { welcome } = stored('p_member');
    expect(own).toMatchObject({
      data: { enrolled: { channel: 'group' }, shown: { promiseAt: welcome.duty!.at.toISOString() } },
    });
    expect(await presence('o_group', 'p_member')).toEqual(own);
    expect(await presence('o_worker2', 'p_member')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await presence('o_neighbour', 'p_member')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });

  it('is nothing of somebody who is not enrolled', async () => {
    expect(await presence('o_neighbour')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });
});

describe('a member household', () => {
  const setCentre = (openid: string, agree: boolean) =>
    cloud.callAs(openid, 'enrolment.setCentre', { agree, requestId: newRequest() });
  const centres = () => cloud.getAs('o_secretary', 'enrolment.listCentres', {});

  it('S2-04 S2-06 stands in the list by consent alone, with its chain, until it is withdrawn', async () => {
    expect(await setCentre('o_head', true)).toMatchObject({ ok: false, code: 'NOT_ENROLLED' });
    expect((await centres()).centres).toEqual([]);
    expect(await setCentre('o_member', true)).toMatchObject({
      ok: true,
      data: { centreSince: expect.stringMatching(/^2026-11-28T02:00/) },
    });
    expect((await centres()).centres).toMatchObject([
      { name: '张海涛', since: expect.stringMatching(/^2026-11-28T02:00/) },
    ]);
    const home = person('p_member').home!;
    expect((await centres()).centres[0]).toMatchObject({ household: home.label, gridName: home.gridName });
    expect((await cloud.getAs('o_worker', 'enrolment.listCentres', {})).centres).toEqual([]);
    const chain = async () => (await cloud.getAs('o_secretary', 'enrolment.getFunnel', {})).centres;
    expect(await chain()).toEqual({ households: 1, buildings: 1, sections: 1 });
    await setCentre('o_member', false);
    expect((await centres()).centres).toEqual([]);
    expect(await chain()).toEqual({ households: 0, buildings: 0, sections: 0 });
    expect(person('p_member').centreHousehold).toBeUndefined();
    expect(
      stored('p_member')
        .acts?.slice(-2)
        .map(({ action }) => action),
    ).toEqual(['enrolment.setCentre', 'enrolment.setCentre']);
  });
});

describe('hours', () => {
  it('S2-15 a member says when they are free beside work, and their person carries it for suggestions', async () => {
    const work = [{ days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1080 }];
    const free = [{ days: [6], fromMinute: 540, toMinute: 720 }];
    const set = (hours: object) => cloud.tryAs('o_member', 'enrolment.setHours', { ...hours, requestId: newRequest() });
    expect(await set({ work, free: [{ days: [6], fromMinute: 720, toMinute: 540 }] })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'free.0.toMinute',
    });
    expect(await set({ work, free })).toMatchObject({ ok: true, data: { hours: { work, free } } });
    expect(person('p_member').hours).toEqual({ work, free });
  });
});

describe('the funnel', () => {
  it('says who serves once a resident confirmed what they did', async () => {
    const night = async () => {
      await cloud.control('/local/clock', { advanceMs: 24 * 3_600_000 - 600_000, timers: 'skip' });
      await cloud.control('/local/clock', { advanceMs: 600_000 });
    };
    const serving = async () => (await cloud.getAs('o_secretary', 'enrolment.getFunnel', {})).total.serving;
    expect(await serving()).toBe(0);
    const book = { _id: 'p_member:service', personId: 'p_member', communityId: 'qinghe', unit: 'service', count: 1 };
    cloud.database.load('passbooks', [book]);
    await night();
    expect(await serving()).toBe(1);
    expect(stored('p_member').serving).toBe(true);
    await night();
    expect(await serving()).toBe(1);
  });
});
