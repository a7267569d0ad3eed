import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { AttendanceState } from '../../../miniprogram/contracts/activity';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Community } from '../../../cloudfunctions/core/place/community';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());
afterEach(() => cloud.control('/local/faults', undefined, 'DELETE'));

const plan = {
  title: '主题党日',
  kind: 'party-day',
  startsAt: '2026-11-22T09:00:00+08:00',
  placeName: '党群活动室',
} as const;
const create = (more: object = {}) =>
  cloud.getAs('o_secretary', 'activity.create', { ...plan, ...more, requestId: newRequest() });
const linesOf = (activityId: string) =>
  Object.fromEntries(
    cloud
      .stored<Entry>('entries')
      .filter(({ sourceId }) => sourceId === activityId)
      .map(({ personId, points }) => [personId, points]),
  );

const mark = (openid: string, activityId: string, marks: Readonly<Record<string, AttendanceState>>) =>
  cloud.callAs(openid, 'activity.mark', {
    activityId,
    marks: Object.entries(marks).map(([personId, state]) => ({ personId, state })),
    requestId: newRequest(),
  });

/** Closes a roll on which somebody was absent, and answers what signs it. */
async function closedBy(openid: string, activityId: string) {
  await mark(openid, activityId, { p_group: 'absent' });
  const { version } = cloud.storedOne<Activity>('activities', activityId);
  const close = { activityId, version, requestId: newRequest() };
  const closed = await cloud.getAs(openid, 'activity.close', close);
  return { activityId, version: closed.version, agree: true, requestId: newRequest() };
}

/** The branch: five of the committee class, one young, one senior, one special. */
const everybody = ['p_committee', 'p_group', 'p_leader', 'p_secretary', 'p_senior', 'p_special', 'p_young'];

test('S3-03 S3-04 closing posts for each once: presence gains, absence without leave loses', async () => {
  const created = await create({ organiserId: 'p_young', guideId: 'p_committee' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 5 });
  expect(created.people.map(({ personId, state }) => [personId, state]).sort()).toEqual(
    everybody.map((id) => [id, 'expected']),
  );
  const marks = [
    { personId: 'p_young', state: 'present' },
    { personId: 'p_committee', state: 'present' },
    { personId: 'p_senior', state: 'excused', reason: '在医院陪床' },
    { personId: 'p_secretary', state: 'present' },
  ] as const;
  const marked = await cloud.getAs('o_group', 'activity.mark', {
    activityId: created.activityId,
    marks: [...marks],
    requestId: newRequest(),
  });
  expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 4 });
  expect(marked.people.filter(({ state }) => state === 'present')).toHaveLength(3);
  expect(marked).toMatchObject({ version: 1, mayClose: true });
  const { activityId } = created;
  const close = { activityId, version: 1, requestId: newRequest() };
  expect(await cloud.getAs('o_group', 'activity.close', close)).toMatchObject({
    state: 'signing',
    mayMark: false,
    mayClose: false,
    maySign: false,
  });
  expect(await cloud.lastCall()).toMatchObject({ reads: 7, writes: 5 });
  expect(linesOf(activityId)).toEqual({});
  const sign = { activityId, version: 2, agree: true, requestId: newRequest() };
  const closed = await cloud.getAs('o_committee', 'activity.sign', sign);
  expect(closed).toMatchObject({ state: 'closed', mayMark: false, mayClose: false, maySign: false });
  const expected = { p_young: 2, p_committee: 2, p_secretary: 3, p_leader: -4, p_group: -4 };
  expect(linesOf(created.activityId)).toEqual(expected);
  expect(
    Object.fromEntries(
      closed.people.filter(({ points }) => points !== undefined).map(({ personId, points }) => [personId, points]),
    ),
  ).toEqual(expected);
  const before = JSON.stringify([cloud.stored('entries'), cloud.stored('passbooks')]);
  await cloud.getAs('o_group', 'activity.close', close);
  await cloud.getAs('o_committee', 'activity.sign', sign);
  await cloud.callAs('o_committee', 'activity.sign', { ...sign, requestId: newRequest() });
  expect(JSON.stringify([cloud.stored('entries'), cloud.stored('passbooks')])).toBe(before);
  expect(
    await cloud.callAs('o_group', 'activity.mark', {
      activityId: created.activityId,
      marks: [{ personId: 'p_leader', state: 'present' }],
      requestId: newRequest(),
    }),
  ).toMatchObject({ ok: false, code: 'ACTIVITY_CLOSED' });
  expect(await cloud.getAs('o_young', 'passbook.get', {})).toMatchObject({
    unit: 'organization',
    balance: 2,
    countThisYear: 1,
    entries: [{ cause: 'organised', title: '主题党日' }],
  });
  expect((await cloud.getAs('o_young', 'message.list', {})).messages[0]).toMatchObject({ kind: 'points', points: 2 });
});

test('S3-04 what has not begun is not closed, and costs nobody a point', async () => {
  const created = await create({ startsAt: '2026-11-28T09:00:00+08:00' });
  expect(created).toMatchObject({ mayMark: true, mayClose: false });
  const close = { activityId: created.activityId, version: created.version, requestId: newRequest() };
  expect(await cloud.callAs('o_secretary', 'activity.close', close)).toMatchObject({
    ok: false,
    code: 'ACTIVITY_NOT_STARTED',
  });
  expect(linesOf(created.activityId)).toEqual({});
  expect(await cloud.getAs('o_secretary', 'activity.get', { activityId: created.activityId })).toMatchObject({
    state: 'open',
    mayMark: true,
    mayClose: false,
  });
  const soon = await create({ startsAt: '2026-11-23T10:00:00+08:00' });
  expect(soon).toMatchObject({ mayClose: true });
});

test('a closing that breaks off half-way is finished when it is asked again', async () => {
  const { activityId } = await create();
  const sign = await closedBy('o_group', activityId);
  await cloud.control('/local/faults', {
    kind: 'timeout-before',
    match: 'database.insertDocument entries',
    times: 1,
    after: 3,
  });
  expect(await cloud.callAs('o_committee', 'activity.sign', sign)).toMatchObject({ ok: false, code: 'INTERNAL' });
  expect(Object.keys(linesOf(activityId)).length).toBeLessThan(6);
  expect(await cloud.callAs('o_committee', 'activity.sign', sign)).toMatchObject({ ok: true });
  expect(Object.keys(linesOf(activityId)).sort()).toEqual(everybody.filter((id) => id !== 'p_special'));
  expect(cloud.storedOne<Activity>('activities', activityId).unfinished).toBeUndefined();
});

test('or by the timer, when nobody asks again', async () => {
  const { activityId } = await create();
  const sign = await closedBy('o_group', activityId);
  await cloud.control('/local/faults', {
    kind: 'timeout-after',
    match: 'database.commitTransaction',
    times: 1,
    after: 1,
  });
  expect(await cloud.callAs('o_committee', 'activity.sign', sign)).toMatchObject({ ok: false, code: 'INTERNAL' });
  await cloud.control('/local/clock', { advanceMs: 3_540_000, timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 600_000 });
  expect(Object.keys(linesOf(activityId))).toHaveLength(6);
  expect(cloud.storedOne<Activity>('activities', activityId).unfinished).toBeUndefined();
});

test('S3-09 who organises is young, who guides is of the committee', async () => {
  const tried = (roles: object) =>
    cloud.callAs('o_secretary', 'activity.create', { ...plan, ...roles, requestId: newRequest() });
  expect(await tried({ organiserId: 'p_senior' })).toMatchObject({
    ok: false,
    code: 'INVALID_INPUT',
    field: 'organiserId',
  });
  expect(await tried({ guideId: 'p_young' })).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'guideId' });
  await cloud.change('people', 'p_young', { mentorId: 'p_secretary' });
  expect(await tried({ organiserId: 'p_young', guideId: 'p_committee' })).toMatchObject({ field: 'guideId' });
  const { people } = await create({ organiserId: 'p_young' });
  expect(
    people
      .slice(0, 2)
      .map(({ personId, role }) => [personId, role])
      .sort(),
  ).toEqual([
    ['p_secretary', 'guide'],
    ['p_young', 'organiser'],
  ]);
  await cloud.change('people', 'p_young', { mentorId: null });
  expect(await tried({ startsAt: 'tomorrow' })).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'startsAt' });
});

test('S3-10 a member sees their own line and who led, the branch sees all, another community nothing', async () => {
  const { activityId } = await create({ organiserId: 'p_young' });
  const seen = async (openid: string) =>
    (await cloud.getAs(openid, 'activity.get', { activityId })).people.map(({ personId }) => personId).sort();
  expect(await seen('o_senior')).toEqual(['p_senior', 'p_young']);
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
  expect(await seen('o_secretary')).toEqual(everybody);
  expect(await cloud.callAs('o_strangerSecretary', 'activity.get', { activityId })).toMatchObject({
    ok: false,
    code: 'NOT_FOUND',
  });
  expect(
    await cloud.callAs('o_senior', 'activity.close', { activityId, version: 1, requestId: newRequest() }),
  ).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  const list = await cloud.getAs('o_senior', 'activity.list', {});
  expect(list.activities.find((one) => one.activityId === activityId)).toMatchObject({
    state: 'open',
    expected: 7,
    mine: 'expected',
  });
});

test('a repeated create is the same activity', async () => {
  const requestId = newRequest();
  const first = await cloud.getAs('o_secretary', 'activity.create', { ...plan, requestId });
  expect((await cloud.getAs('o_secretary', 'activity.create', { ...plan, requestId })).activityId).toBe(
    first.activityId,
  );
  expect(await cloud.callAs('o_secretary', 'activity.create', { ...plan, title: '党课', requestId })).toMatchObject({
    ok: false,
    code: 'REQUEST_REUSED',
  });
});

test('a branch without a book of organisation life posts nothing, whoever closes and signs', async () => {
  const { policy } = cloud.storedOne<Community>('communities', 'qinghe');
  const noBook = { pairCap: policy.activity.pairCap };
  await cloud.change('communities', 'qinghe', { policy: { ...policy, activity: noBook } });
  const { activityId, earns } = await create();
  expect(earns).toBe(false);
  const sign = await closedBy('o_group', activityId);
  const before = JSON.stringify([cloud.stored('entries'), cloud.stored('passbooks')]);
  expect(await cloud.getAs('o_committee', 'activity.sign', sign)).toMatchObject({ state: 'closed', earns: false });
  expect(JSON.stringify([cloud.stored('entries'), cloud.stored('passbooks')])).toBe(before);
  await cloud.change('communities', 'qinghe', { policy });
});

test('whoever is in no class is held to no standard', async () => {
  const { memberClass, ...young } = cloud.storedOne<Person>('people', 'p_young');
  await cloud.change('people', 'p_young', { memberClass: null });
  const { activityId } = await create();
  await cloud.getAs('o_committee', 'activity.sign', await closedBy('o_group', activityId));
  expect(linesOf(activityId)).not.toHaveProperty(young._id);
  expect(linesOf(activityId)).toHaveProperty('p_senior', -1);
  await cloud.change('people', 'p_young', { memberClass });
});

test('standards that do not hold are refused by class, and none are put in their place', async () => {
  const { policy } = cloud.storedOne<Community>('communities', 'qinghe');
  const attendance = policy.activity.attendance!.map((rule) =>
    rule.memberClass === 'special' ? { ...rule, absent: -2 } : rule,
  );
  await cloud.change('communities', 'qinghe', { policy: { ...policy, activity: { ...policy.activity, attendance } } });
  const before = cloud.stored('activities').length;
  expect(await cloud.callAs('o_secretary', 'activity.create', { ...plan, requestId: newRequest() })).toMatchObject({
    ok: false,
    code: 'POLICY_INVALID',
    field: 'policy.activity.attendance.special',
  });
  expect(cloud.stored('activities')).toHaveLength(before);
  await cloud.change('communities', 'qinghe', { policy });
});
