import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { AuditLine } from '../../../cloudfunctions/core/person/audit';
import type { VisitPlan } from '../../../cloudfunctions/core/visit/plan';
import type { Visit } from '../../../cloudfunctions/core/visit/visit';
import type { Input } from '../../../miniprogram/contracts/api';
import { waitingVisit, newCommunity } from '../../support/community';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'], demo: newCommunity });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const east = 'qinghe_g1_h1';
const west = 'qinghe_g1_h2';
const plan = (placeId: string) => cloud.storedOne<VisitPlan>('visitPlans', placeId);
const inbox = (openid: string) => cloud.storedOne<LoginWithInbox>('logins', openid).inbox.map(({ kind }) => kind);
const record = (openid: string, said: Partial<Input<'visit.record'>> = {}) =>
  cloud.callAs(openid, 'visit.record', {
    placeId: east,
    day: '2026-11-23',
    outcome: 'well',
    requestId: newRequest(),
    ...said,
  });
const households = async (openid: string) => (await cloud.getAs(openid, 'visit.listHouseholds', {})).households;
const runJobs = (minutes = 11) => cloud.control('/local/clock', { advanceMs: minutes * 60_000 });

describe('the lane chief', () => {
  it('S1-14 sees their households, people who live alone first, and nobody else’s', async () => {
    expect(await households('o_lane')).toMatchObject([
      { placeId: east, alone: true, residents: [{ name: '李秀兰', alone: true }], dueDay: '2026-11-01' },
      { placeId: west, alone: false, residents: [{ name: '郭大勇', tenant: true }] },
    ]);
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, refusals: [] });
    expect(await households('o_worker2')).toEqual([]);
    expect(await cloud.callAs('o_resident', 'visit.listHouseholds', {})).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('has a first screen of them, with whom to visit next in front', async () => {
    const { body } = await cloud.getAs('o_lane', 'home.get', {});
    expect(body).toMatchObject({ for: 'lane', hasMore: false, households: [{ placeId: east }, { placeId: west }] });
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, refusals: [] });
  });

  it('plans a visit and makes it: the next one is due a period later, and the plan is done with', async () => {
    const planned = (day?: string) =>
      cloud.callAs('o_lane', 'visit.plan', { placeId: east, ...(day && { day }), requestId: newRequest() });
    expect(await planned('2026-11-22')).toMatchObject({ code: 'INVALID_INPUT', field: 'day' });
    expect(await planned('2026-11-30')).toMatchObject({ data: { planned: { day: '2026-11-30', byName: '贺玉梅' } } });
    expect(await planned()).toMatchObject({ ok: true });
    expect(plan(east).planned).toBeNull();
    await planned('2026-11-23');
    const requestId = newRequest();
    const made = await record('o_lane', { note: '换了一把新锁', requestId });
    expect(made).toMatchObject({ ok: true, data: { last: { day: '2026-11-23' }, dueDay: '2026-11-30' } });
    expect(await record('o_lane', { note: '换了一把新锁', requestId })).toEqual(made);
    expect(await record('o_lane', { note: '另一句', requestId })).toMatchObject({ code: 'REQUEST_REUSED' });
    expect(await record('o_lane')).toMatchObject({ code: 'VISITED_ALREADY', field: 'day' });
    expect(plan(east)).toMatchObject({ planned: null, acts: [{}, {}, {}] });
    const own = cloud.stored<Visit>('visits').filter(({ by }) => by.personId === 'p_lane');
    expect(own).toMatchObject([{ plannedDay: '2026-11-23', waiting: false, acts: [{ action: 'visit.record' }] }]);
  });

  it.each([
    ['o_worker2', {}, 'NOT_FOUND', 'placeId'],
    ['o_strangerWorker', {}, 'NOT_FOUND', 'placeId'],
    ['o_resident', {}, 'FORBIDDEN', undefined],
    ['o_lane', { day: '2026-11-24' }, 'INVALID_INPUT', 'day'],
    ['o_lane', { day: '2026-11-08' }, 'INVALID_INPUT', 'day'],
    ['o_lane', { day: '2026-02-30' }, 'INVALID_INPUT', 'day'],
    ['o_lane', { placeId: 'qinghe_g1_c1' }, 'NOT_FOUND', 'placeId'],
  ])('%s cannot write down %j: %s', async (openid, said, code, field) => {
    const reply = await record(openid, said);
    expect(reply).toMatchObject({ ok: false, code });
    expect(reply.ok ? undefined : reply.field).toBe(field);
  });

  it('the grid worker hears where something is to be done', async () => {
    await record('o_lane', { placeId: west, outcome: 'help', day: '2026-11-22' });
    expect(inbox('o_worker')).toContain('visit-help');
  });

  it('calls in one tap: who was called sees who looked, and for which household', async () => {
    const call = (openid: string, personId: string) =>
      cloud.callAs(openid, 'visit.revealPhone', { placeId: west, personId, requestId: newRequest() });
    expect(await call('o_lane', 'p_neighbour')).toMatchObject({ data: { name: '郭大勇', phone: '16400000002' } });
    expect(await call('o_lane', 'p_resident')).toMatchObject({ code: 'NOT_FOUND', field: 'personId' });
    expect(await call('o_worker2', 'p_neighbour')).toMatchObject({ code: 'NOT_FOUND', field: 'placeId' });
    const { reveals } = await cloud.getAs('o_neighbour', 'person.listReveals', {});
    expect(reveals).toMatchObject([{ byName: '贺玉梅', hat: 'laneChief', placeLabel: '石榴巷 7 号院 西屋' }]);
    expect(cloud.stored<AuditLine>('audit').filter(({ placeId }) => placeId === west)).toHaveLength(1);
  });

  it('what was noted is read by those who visit, and forgotten when its days are over', async () => {
    const noted = async (openid: string) => {
      const reply = await cloud.callAs(openid, 'visit.getHousehold', { placeId: east });
      return reply.ok ? reply.data.visits.map(({ note }) => note) : reply.code;
    };
    expect(await Promise.all(['o_lane', 'o_head', 'o_worker', 'o_leader'].map(noted))).toEqual(
      Array(4).fill(['换了一把新锁']),
    );
    expect(await Promise.all(['o_secretary', 'o_resident', 'o_inspector', 'o_worker2'].map(noted))).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'NOT_FOUND',
    ]);
    const own = cloud.stored<Visit>('visits').find(({ by }) => by.personId === 'p_lane' && by.hat === 'laneChief');
    expect(own?.noteUntil?.toISOString().slice(0, 10)).toBe('2027-05-22');
    for (const { _id, note } of cloud.stored<Visit>('visits'))
      if (note !== undefined) await cloud.change('visits', _id, { noteUntil: new Date('2026-11-23T01:00:00Z') });
    await runJobs(61);
    expect(await noted('o_lane')).toEqual([undefined]);
    expect(cloud.stored<Visit>('visits').some(({ note }) => note !== undefined)).toBe(false);
  });
});

describe('a courtyard head’s visit', () => {
  const confirm = (openid: string, visitId: string, agree = true, requestId = newRequest()) =>
    cloud.callAs(openid, 'visit.confirm', { visitId, agree, requestId });
  const points = () =>
    cloud.stored<Entry>('entries').filter(({ cause, kind }) => kind === 'entry' && cause === 'visit');
  const visitOf = (day: string) =>
    cloud.stored<Visit>('visits').find((visit) => visit.day === day && visit.by.personId === 'p_head')!;

  it('waits for the word of who lives there, is told them, and earns by it once', async () => {
    await record('o_head', { placeId: west, day: '2026-11-20' });
    expect(inbox('o_neighbour')).toContain('visit-asked');
    const { visits } = await cloud.getAs('o_neighbour', 'visit.listToConfirm', {});
    expect(visits.map(({ byName, own }) => [byName, own])).toContainEqual(['任福贵', true]);
    const { _id } = visitOf('2026-11-20');
    expect(await confirm('o_resident', _id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await confirm('o_head', _id)).toMatchObject({ ok: false });
    const requestId = newRequest();
    const said = await confirm('o_neighbour', _id, true, requestId);
    expect(said).toMatchObject({ ok: true, data: { confirmation: 'confirmed', confirmedBy: '郭大勇' } });
    expect(await confirm('o_neighbour', _id, true, requestId)).toEqual(said);
    expect(await confirm('o_worker', _id)).toMatchObject({ code: 'ALREADY_SETTLED' });
    expect(points()).toMatchObject([{ personId: 'p_head', unit: 'courtyard', points: 1, sourceId: _id }]);
    expect(inbox('o_head')).toContain('visit-confirmed');
  });

  it('shows whoever confirms no word of what was noted', async () => {
    await record('o_head', { placeId: west, day: '2026-11-19', note: '只给走访的人看' });
    const reply = await confirm('o_neighbour', visitOf('2026-11-19')._id);
    expect(reply).toMatchObject({ ok: true });
    expect(JSON.stringify(reply)).not.toContain('只给走访的人看');
  });

  it('a visit that was not made is said to be so, and earns nothing', async () => {
    const before = points().length;
    expect(await confirm('o_worker', waitingVisit._id, false)).toMatchObject({ data: { confirmation: 'denied' } });
    expect(points()).toHaveLength(before);
  });

  it('waits for nobody’s word where nobody opened, and not for ever', async () => {
    await record('o_head', { placeId: west, day: '2026-11-18', outcome: 'absent' });
    expect(visitOf('2026-11-18').confirmation).toBeNull();
    await record('o_head', { placeId: west, day: '2026-11-17' });
    await cloud.change('visits', visitOf('2026-11-17')._id, { waitUntil: new Date('2026-11-23T01:00:00Z') });
    await runJobs(61);
    expect(visitOf('2026-11-17')).toMatchObject({ waiting: false, confirmation: { state: 'lapsed' } });
    expect(await confirm('o_neighbour', visitOf('2026-11-17')._id)).toMatchObject({ code: 'ALREADY_SETTLED' });
  });
});

describe('plans follow', () => {
  it('a household that came with a list has its plan the next day, a closed one has none', async () => {
    const template = cloud.storedOne<{ path: string }>('places', east);
    const path = 'qinghe/qinghe_g1/qinghe_g1_s1/qinghe_g1_s1_l1/qinghe_g1_c2/qinghe_g1_h3';
    cloud.database.load('places', [
      { ...template, _id: 'qinghe_g1_h3', path, parentId: 'qinghe_g1_c2', label: '9 号院' },
    ]);
    await cloud.change('places', west, { closedAt: new Date('2026-11-23T02:00:00Z') });
    await cloud.setClock('2026-11-24T03:00:00+08:00');
    await runJobs(30);
    expect(plan('qinghe_g1_h3')).toMatchObject({ chiefAt: 'qinghe_g1_s1_l1', residents: [], dueDay: '2026-11-24' });
    expect((await households('o_lane')).map(({ placeId }) => placeId)).not.toContain(west);
  });

  it('the policy’s periods, the night after they were changed', async () => {
    const due = plan(east).dueDay;
    const policy = { visit: { aloneEveryDays: 3 } };
    await cloud.getAs('o_secretary', 'policy.change', { policy, reason: '天冷了，勤一点', requestId: newRequest() });
    await cloud.setClock('2026-11-25T03:00:00+08:00');
    await runJobs(30);
    expect(plan(east).dueDay < due).toBe(true);
  });

  it('the lane chief who leaves: the households are nobody’s', async () => {
    await cloud.getAs('o_secretary', 'person.leave', { personId: 'p_lane', requestId: newRequest() });
    await runJobs();
    expect(plan(east).chiefAt).toBeNull();
    expect((await households('o_worker')).map(({ placeId }) => placeId)).toContain(east);
  });
});
