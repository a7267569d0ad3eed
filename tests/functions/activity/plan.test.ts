/** What becomes of a plan before the roll is closed: leave, another time, nothing. */
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Attendance } from '../../../cloudfunctions/core/activity/attendance';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
});
afterAll(() => cloud.close());
beforeEach(() => cloud.setClock('2026-11-23T10:00:00+08:00'));

const plan = { title: '主题党日', kind: 'party-day', placeName: '党群活动室' } as const;
const create = async (startsAt: string) =>
  (await cloud.getAs('o_secretary', 'activity.create', { ...plan, startsAt, requestId: newRequest() })).activityId;
const ref = (activityId: string) => ({
  activityId,
  version: cloud.storedOne<Activity>('activities', activityId).version,
  requestId: newRequest(),
});
const ask = (openid: string, activityId: string, reason = '在医院陪床') =>
  cloud.callAs(openid, 'activity.askLeave', { activityId, reason, requestId: newRequest() });
const decide = (openid: string, activityId: string, personId: string, agree: boolean) =>
  cloud.callAs(openid, 'activity.decideLeave', { activityId, personId, agree, requestId: newRequest() });
const view = (openid: string, activityId: string) => cloud.getAs(openid, 'activity.get', { activityId });
const lineOf = (activityId: string, personId: string) =>
  cloud.storedOne<Attendance>('attendances', `${activityId}:${personId}`);
const heard = async (openid: string) =>
  (await cloud.getAs(openid, 'message.list', {})).messages.map(({ kind }) => kind);

test('S3-04 leave is asked for a reason, answered by somebody else, and read by the branch alone', async () => {
  const activityId = await create('2026-11-28T09:00:00+08:00');
  expect(await heard('o_young')).toContain('meeting-announced');
  expect(await view('o_young', activityId)).toMatchObject({ mayAskLeave: true });
  expect(await ask('o_young', activityId)).toMatchObject({ ok: true, data: { mayAskLeave: true } });
  expect((await cloud.lastCall()).reads).toBeLessThanOrEqual(3);
  expect(await heard('o_secretary')).toContain('leave-asked');
  const seen = async (openid: string) => JSON.stringify(await view(openid, activityId)).includes('在医院陪床');
  expect([await seen('o_young'), await seen('o_group'), await seen('o_senior')]).toEqual([true, true, false]);
  expect(await decide('o_young', activityId, 'p_young', true)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await decide('o_secretary', activityId, 'p_senior', true)).toMatchObject({ code: 'WRONG_STATUS' });
  expect(await decide('o_secretary', activityId, 'p_young', true)).toMatchObject({ ok: true });
  expect(lineOf(activityId, 'p_young')).toMatchObject({ state: 'excused', leave: { state: 'granted' }, mark: null });
  expect(await heard('o_young')).toContain('leave-granted');
  expect(await decide('o_group', activityId, 'p_young', false)).toMatchObject({ code: 'WRONG_STATUS' });
  expect(await ask('o_committee', activityId, '出差')).toMatchObject({ ok: true });
  expect(await decide('o_committee', activityId, 'p_committee', true)).toMatchObject({
    code: 'SECOND_PERSON_NEEDED',
    field: 'personId',
  });
});

test('leave that nobody asked for is noted for a reason, which the member reads, and never one’s own', async () => {
  const activityId = await create('2026-11-29T09:00:00+08:00');
  const excuse = (openid: string, personId: string, reason?: string) => {
    const mark = { personId, state: 'excused' as const, ...(reason !== undefined && { reason }) };
    return cloud.callAs(openid, 'activity.mark', { activityId, marks: [mark], requestId: newRequest() });
  };
  expect(await excuse('o_group', 'p_group', '出差')).toMatchObject({
    ...{ ok: false, code: 'SECOND_PERSON_NEEDED', field: 'marks.0.state' },
  });
  expect(await excuse('o_group', 'p_senior')).toMatchObject({ code: 'INVALID_INPUT', field: 'marks.0.reason' });
  expect(lineOf(activityId, 'p_senior').state).toBe('expected');
  expect(await excuse('o_group', 'p_senior', '电话里说住院了')).toMatchObject({ ok: true });
  expect(lineOf(activityId, 'p_senior')).toMatchObject({
    state: 'excused',
    leave: { reason: '电话里说住院了', state: 'granted', decided: { personId: 'p_group' } },
  });
  const own = (await view('o_senior', activityId)).people.find(({ personId }) => personId === 'p_senior');
  expect(own?.leave).toMatchObject({ reason: '电话里说住院了', state: 'granted' });
  // who asked is noted by their own words
  await ask('o_young', activityId);
  expect(await excuse('o_group', 'p_young', '别的话')).toMatchObject({ ok: true });
  expect(lineOf(activityId, 'p_young')).toMatchObject({ state: 'excused', leave: { reason: '在医院陪床' } });
});

test('a roll is not closed over a leave that nobody answered; declined, who stays away is absent', async () => {
  const activityId = await create('2026-11-22T09:00:00+08:00');
  await ask('o_senior', activityId);
  await ask('o_young', activityId);
  const marks = [{ personId: 'p_leader', state: 'present' as const }];
  await cloud.getAs('o_secretary', 'activity.mark', { activityId, marks, requestId: newRequest() });
  expect(await cloud.callAs('o_secretary', 'activity.close', ref(activityId))).toMatchObject({ code: 'LEAVE_WAITING' });
  await decide('o_secretary', activityId, 'p_senior', false);
  await decide('o_secretary', activityId, 'p_young', true);
  expect(await heard('o_senior')).toContain('leave-declined');
  await cloud.getAs('o_secretary', 'activity.close', ref(activityId));
  expect(await ask('o_group', activityId)).toMatchObject({ code: 'ACTIVITY_CLOSED' });
  await cloud.getAs('o_committee', 'activity.sign', { ...ref(activityId), agree: true });
  const points = Object.fromEntries(
    cloud
      .stored<Entry>('entries')
      .filter(({ sourceId }) => sourceId === activityId)
      .map((entry) => [entry.personId, entry.points]),
  );
  expect(points).toMatchObject({ p_leader: 3, p_senior: -1 });
  expect(points).not.toHaveProperty('p_young');
});

test('a meeting is moved: leave is kept, everybody is told, and who was there was there', async () => {
  const activityId = await create('2026-11-28T09:00:00+08:00');
  await ask('o_young', activityId);
  await decide('o_secretary', activityId, 'p_young', true);
  const startsAt = '2026-11-29T15:00:00+08:00';
  const past = { ...ref(activityId), startsAt: '2026-11-20T09:00:00+08:00' };
  expect(await cloud.callAs('o_secretary', 'activity.move', past)).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'startsAt',
  });
  const moved = await cloud.getAs('o_secretary', 'activity.move', { ...ref(activityId), startsAt, placeName: '礼堂' });
  expect(moved).toMatchObject({
    startsAt: '2026-11-29T07:00:00.000Z',
    placeName: '礼堂',
    excused: 0,
    moved: { byName: '王建国', from: '2026-11-28T01:00:00.000Z' },
  });
  expect(lineOf(activityId, 'p_young')).toMatchObject({ state: 'excused', leave: { state: 'granted' } });
  const { startKey } = cloud.storedOne<Activity>('activities', activityId);
  expect(lineOf(activityId, 'p_senior').startKey).toBe(startKey);
  expect(cloud.storedOne<Activity>('activities', activityId)).not.toHaveProperty('unfinished');
  for (const openid of ['o_senior', 'o_young', 'o_group']) expect(await heard(openid)).toContain('meeting-moved');
  await cloud.setClock('2026-11-29T14:30:00+08:00');
  const marks = [{ personId: 'p_leader', state: 'present' as const }];
  await cloud.getAs('o_secretary', 'activity.mark', { activityId, marks, requestId: newRequest() });
  const again = { ...ref(activityId), startsAt: '2026-11-30T09:00:00+08:00' };
  expect(await cloud.callAs('o_secretary', 'activity.move', again)).toMatchObject({ code: 'ACTIVITY_MARKED' });
});

test('a meeting is called off: everybody is told, nobody is marked, closed or paid any more', async () => {
  const activityId = await create('2026-11-28T09:00:00+08:00');
  const off = { ...ref(activityId), reason: '下大雪' };
  const after = await cloud.getAs('o_secretary', 'activity.callOff', off);
  expect(after).toMatchObject({
    state: 'calledOff',
    mayMark: false,
    mayClose: false,
    mayMove: false,
    calledOff: { byName: '王建国', reason: '下大雪' },
  });
  expect(await cloud.getAs('o_secretary', 'activity.callOff', off)).toMatchObject({ state: 'calledOff' });
  expect(await heard('o_senior')).toContain('meeting-called-off');
  expect(await view('o_senior', activityId)).toMatchObject({ calledOff: { reason: '下大雪' } });
  await cloud.setClock('2026-11-28T10:00:00+08:00');
  const marks = [{ personId: 'p_leader', state: 'present' as const }];
  const refused = [
    await cloud.callAs('o_secretary', 'activity.mark', { activityId, marks, requestId: newRequest() }),
    await cloud.callAs('o_secretary', 'activity.close', ref(activityId)),
    await cloud.callAs('o_committee', 'activity.sign', { ...ref(activityId), agree: true }),
    await ask('o_young', activityId),
  ];
  expect(refused.map((reply) => !reply.ok && reply.code)).toEqual(refused.map(() => 'ACTIVITY_CALLED_OFF'));
  expect(cloud.stored<Entry>('entries').filter(({ sourceId }) => sourceId === activityId)).toEqual([]);
  const list = await cloud.getAs('o_senior', 'activity.list', {});
  expect(list.activities.find((one) => one.activityId === activityId)).toMatchObject({ state: 'calledOff' });
});

test('a meeting of last Saturday, unplanned, is entered, and pays once a second person has signed', async () => {
  const before = await heard('o_leader');
  const activityId = await create('2026-11-21T09:00:00+08:00');
  expect(await heard('o_leader')).toEqual(before);
  const marks = [{ personId: 'p_leader', state: 'present' as const }];
  await cloud.getAs('o_secretary', 'activity.mark', { activityId, marks, requestId: newRequest() });
  await cloud.getAs('o_group', 'activity.close', ref(activityId));
  const sign = () => ({ ...ref(activityId), agree: true });
  const alone = [
    await cloud.callAs('o_secretary', 'activity.sign', sign()),
    await cloud.callAs('o_group', 'activity.sign', sign()),
  ];
  expect(alone.map((reply) => !reply.ok && reply.code)).toEqual(['SECOND_PERSON_NEEDED', 'SECOND_PERSON_NEEDED']);
  expect(await cloud.getAs('o_committee', 'activity.sign', sign())).toMatchObject({ state: 'closed' });
  expect(cloud.storedOne<Entry>('entries', `activity:${activityId}:p_leader`)).toMatchObject({
    points: 3,
    countDelta: 1,
  });
  const year = { ...plan, startsAt: '2025-11-21T09:00:00+08:00', requestId: newRequest() };
  expect(await cloud.callAs('o_secretary', 'activity.create', year)).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'startsAt',
  });
});
