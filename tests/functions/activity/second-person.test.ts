import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Attendance } from '../../../cloudfunctions/core/activity/attendance';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { AttendanceState } from '../../../miniprogram/contracts/activity';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-20T10:00:00+08:00');
});
afterAll(() => cloud.close());

const plan = { title: '主题党日', kind: 'party-day', placeName: '党群活动室' } as const;
const create = async (openid: string, startsAt: string) =>
  (await cloud.getAs(openid, 'activity.create', { ...plan, startsAt, requestId: newRequest() })).activityId;
const versionOf = (activityId: string) => cloud.storedOne<Activity>('activities', activityId).version;
const mark = (openid: string, activityId: string, states: Readonly<Record<string, AttendanceState>>) =>
  cloud.callAs(openid, 'activity.mark', {
    activityId,
    marks: Object.entries(states).map(([personId, state]) => ({
      ...{ personId, state },
      ...(state === 'excused' && { reason: '在医院陪床' }),
    })),
    requestId: newRequest(),
  });
/** Closes a roll on which one was absent, said by somebody. */
async function close(openid: string, activityId: string) {
  await mark(openid, activityId, { p_special: 'absent' });
  return cloud.callAs(openid, 'activity.close', {
    activityId,
    version: versionOf(activityId),
    requestId: newRequest(),
  });
}
const sign = (openid: string, activityId: string, said: { agree: boolean; reason?: string } = { agree: true }) =>
  cloud.callAs(openid, 'activity.sign', {
    activityId,
    version: versionOf(activityId),
    requestId: newRequest(),
    ...said,
  });
const linesOf = (activityId: string) =>
  cloud.stored<Entry>('entries').filter(({ sourceId }) => sourceId === activityId).length;
const rollsToSign = async (openid: string) =>
  (await cloud.getAs(openid, 'message.list', {})).messages.filter(({ kind }) => kind === 'roll-to-sign');
const view = (openid: string, activityId: string) => cloud.getAs(openid, 'activity.get', { activityId });

test('a meeting entered after its start pays nobody until somebody else signs who did not enter it', async () => {
  await cloud.setClock('2026-11-20T10:00:00+08:00');
  const activityId = await create('o_secretary', '2026-11-19T09:00:00+08:00');
  expect(await mark('o_secretary', activityId, { p_secretary: 'present', p_young: 'excused' })).toMatchObject({
    ok: true,
  });
  expect(await close('o_secretary', activityId)).toMatchObject({ ok: true, data: { enteredLate: true } });
  expect(linesOf(activityId)).toBe(0);
  expect(await rollsToSign('o_committee')).toMatchObject([{ title: '主题党日', name: '王建国' }]);
  expect(await rollsToSign('o_group')).toHaveLength(1);
  expect([await rollsToSign('o_secretary'), await rollsToSign('o_young')]).toEqual([[], []]);
  expect(await sign('o_secretary', activityId)).toMatchObject({
    ok: false,
    code: 'SECOND_PERSON_NEEDED',
    field: 'activityId',
  });
  expect(await view('o_secretary', activityId)).toMatchObject({ state: 'signing', maySign: false, mayReturn: true });
  expect(await view('o_group', activityId)).toMatchObject({ maySign: true, closedByName: '王建国' });
  expect(await view('o_senior', activityId)).not.toHaveProperty('closedByName');
  for (const openid of ['o_young', 'o_worker', 'o_strangerSecretary'])
    expect(await sign(openid, activityId)).toMatchObject({ ok: false });
  expect(linesOf(activityId)).toBe(0);
  expect(await sign('o_group', activityId)).toMatchObject({ ok: true, data: { state: 'closed' } });
  expect(linesOf(activityId)).toBeGreaterThan(0);
});

test('who entered it late does not sign what somebody else closed; who announced it does', async () => {
  const late = await create('o_secretary', '2026-11-18T09:00:00+08:00');
  expect(await close('o_group', late)).toMatchObject({ ok: true });
  expect([await rollsToSign('o_secretary'), await rollsToSign('o_group')]).toMatchObject([[], [{}]]);
  expect(await rollsToSign('o_committee')).toHaveLength(2);
  expect(await sign('o_secretary', late)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
  expect(await sign('o_group', late)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
  expect(await sign('o_committee', late)).toMatchObject({ ok: true });
  const announced = await create('o_secretary', '2026-11-21T09:00:00+08:00');
  await cloud.setClock('2026-11-21T12:00:00+08:00');
  expect(await close('o_group', announced)).toMatchObject({ ok: true, data: { enteredLate: false } });
  expect(linesOf(announced)).toBe(0);
  expect(await sign('o_secretary', announced)).toMatchObject({ ok: true });
});

test('a roll that is not right goes back for a reason, and is marked and closed again', async () => {
  const activityId = await create('o_secretary', '2026-11-17T09:00:00+08:00');
  await close('o_secretary', activityId);
  expect(await sign('o_committee', activityId, { agree: false })).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'reason',
  });
  expect(await sign('o_committee', activityId, { agree: false, reason: '侯思远没来' })).toMatchObject({
    ok: true,
    data: { state: 'open', mayMark: true, returned: { byName: '梁国庆', reason: '侯思远没来' } },
  });
  expect(await sign('o_committee', activityId)).toMatchObject({ code: 'ROLL_OPEN' });
  expect(await mark('o_secretary', activityId, { p_young: 'absent' })).toMatchObject({ ok: true });
  const told = (await rollsToSign('o_committee')).length;
  expect(await close('o_secretary', activityId)).toMatchObject({ ok: true });
  expect(await rollsToSign('o_committee')).toHaveLength(told + 1);
  expect(linesOf(activityId)).toBe(0);
});

test('one person is present once at one moment', async () => {
  const [one, other] = [
    await create('o_secretary', '2026-11-16T09:00:00+08:00'),
    await create('o_secretary', '2026-11-16T09:15:00+08:00'),
  ];
  const later = await create('o_secretary', '2026-11-16T14:00:00+08:00');
  expect(await mark('o_secretary', one, { p_young: 'present' })).toMatchObject({ ok: true });
  expect(await mark('o_secretary', other, { p_senior: 'present', p_young: 'present' })).toMatchObject({
    ok: false,
    code: 'ALREADY_PRESENT',
    field: 'marks.1.personId',
  });
  expect(await mark('o_secretary', other, { p_young: 'excused' })).toMatchObject({ ok: true });
  expect(await mark('o_secretary', later, { p_young: 'present' })).toMatchObject({ ok: true });
});

test('not even where both rolls were marked at once, closed at once, or signed at once', async () => {
  const pair = [
    await create('o_secretary', '2026-11-15T09:00:00+08:00'),
    await create('o_secretary', '2026-11-15T09:00:00+08:00'),
  ] as const;
  const bothPresent = async () => {
    for (const activityId of pair) {
      await cloud.change('attendances', `${activityId}:p_young`, { state: 'present' });
    }
  };
  await bothPresent();
  expect(await close('o_secretary', pair[0])).toMatchObject({ ok: true });
  expect(await close('o_secretary', pair[1])).toMatchObject({
    ok: false,
    code: 'ALREADY_PRESENT',
    field: 'activityId',
  });
  await cloud.change('activities', pair[1], { state: 'signing', closing: { personId: 'p_secretary', name: '' } });
  const signed = await Promise.all(pair.map((activityId) => sign('o_committee', activityId)));
  expect(signed.map((reply) => !reply.ok && reply.code)).toEqual(['ALREADY_PRESENT', 'ALREADY_PRESENT']);
  expect(await sign('o_committee', pair[1], { agree: false, reason: '他在另一场' })).toMatchObject({ ok: true });
  expect(await sign('o_committee', pair[0])).toMatchObject({ ok: true });
  expect(await close('o_secretary', pair[1])).toMatchObject({ code: 'ALREADY_PRESENT' });
  const present = (activityId: string) =>
    cloud.stored<Entry>('entries').filter((entry) => entry.sourceId === activityId && entry.personId === 'p_young');
  expect([present(pair[0]).length, present(pair[1]).length]).toEqual([1, 0]);
});

test('the same two close and sign only so many a month; the next one takes a third person', async () => {
  const { policy } = cloud.storedOne<{ policy: { activity: object } }>('communities', 'qinghe');
  await cloud.change('communities', 'qinghe', { policy: { ...policy, activity: { ...policy.activity, pairCap: 2 } } });
  await cloud.setClock('2026-12-20T10:00:00+08:00');
  const closers = [
    ['o_committee', 'o_group'],
    ['o_group', 'o_committee'],
    ['o_committee', 'o_group'],
  ] as const;
  const replies = [];
  let last = '';
  for (const [index, [closer, signer]] of closers.entries()) {
    last = await create('o_secretary', `2026-12-0${index + 1}T09:00:00+08:00`);
    await close(closer, last);
    const reply = await sign(signer, last);
    replies.push(reply.ok || reply.code);
  }
  expect(replies).toEqual([true, true, 'PAIR_CAP_REACHED']);
  expect(linesOf(last)).toBe(0);
  const { pairs } = await cloud.getAs('o_inspector', 'passbook.listPairs', {});
  expect(pairs).toContainEqual({
    month: '2026-12',
    way: 'signed',
    giverName: '梁国庆',
    earnerName: '冯秀珍',
    paid: 2,
    unpaid: 0,
    cap: 2,
    unpaidSources: [],
  });
  expect(await sign('o_committee', last)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
  await cloud.change('communities', 'qinghe', { policy });
});

test('two people who call one roll at once do not overwrite each other', async () => {
  await cloud.setClock('2026-12-21T10:00:00+08:00');
  const activityId = await create('o_secretary', '2026-12-21T09:00:00+08:00');
  const marking = (
    openid: string,
    marks: { personId: string; was: AttendanceState; state: AttendanceState; reason?: string }[],
  ) => cloud.getAs(openid, 'activity.mark', { activityId, marks, requestId: newRequest() });
  await Promise.all([
    marking('o_secretary', [
      { personId: 'p_young', was: 'expected', state: 'present' },
      { personId: 'p_senior', was: 'expected', state: 'present' },
    ]),
    marking('o_group', [{ personId: 'p_leader', was: 'expected', state: 'present' }]),
  ]);
  const later = await marking('o_group', [
    { personId: 'p_young', was: 'expected', state: 'absent' },
    { personId: 'p_special', was: 'expected', state: 'excused', reason: '出差' },
  ]);
  expect(later.kept).toEqual(['p_young']);
  const states = Object.fromEntries(later.people.map(({ personId, state }) => [personId, state]));
  expect(states).toMatchObject({
    p_young: 'present',
    p_senior: 'present',
    p_leader: 'present',
    p_special: 'excused',
    p_secretary: 'expected',
  });
  expect(later.people.find(({ personId }) => personId === 'p_leader')).toMatchObject({
    markedBy: { name: '冯秀珍', way: 'hand' },
  });
});

test('nobody marked is not nobody there, and nobody is marked long before; the close marks nobody either', async () => {
  const far = await create('o_secretary', '2026-12-22T09:00:00+08:00');
  await cloud.setClock('2026-12-22T07:59:00+08:00');
  expect(await mark('o_secretary', far, { p_young: 'present' })).toMatchObject({
    code: 'MARK_TOO_EARLY',
    field: 'marks.0.state',
  });
  expect(await mark('o_secretary', far, { p_young: 'excused' })).toMatchObject({ ok: true });
  await cloud.setClock('2026-12-22T09:01:00+08:00');
  const empty = { activityId: far, version: versionOf(far), requestId: newRequest() };
  expect(await cloud.callAs('o_secretary', 'activity.close', empty)).toMatchObject({
    code: 'NOBODY_MARKED',
    field: 'activityId',
  });
  expect(await view('o_secretary', far)).toMatchObject({ state: 'open' });
  await mark('o_group', far, { p_leader: 'present' });
  const closed = await cloud.getAs('o_secretary', 'activity.close', { ...empty, requestId: newRequest() });
  expect(closed).toMatchObject({ expected: 7, present: 1, excused: 1, closedByName: '王建国' });
  const line = (personId: string) => closed.people.find((one) => one.personId === personId);
  expect(line('p_senior')).toMatchObject({ state: 'absent', unmarked: true });
  expect(line('p_senior')).not.toHaveProperty('markedBy');
  expect(cloud.storedOne<Attendance>('attendances', `${far}:p_senior`)).toMatchObject({
    state: 'expected',
    mark: null,
  });
  await sign('o_committee', far);
  expect(await view('o_senior', far)).toMatchObject({
    closedByName: '王建国',
    people: [{ personId: 'p_senior', state: 'absent', unmarked: true, points: -1 }],
  });
});
