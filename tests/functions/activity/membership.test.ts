/** Who is on a roll when it is fixed: plans are weeks old by then. */
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import { attendances, type Attendance } from '../../../cloudfunctions/core/activity/attendance';
import { walkIn } from '../../../cloudfunctions/core/activity/walk-in';
import { transfers, type Transfer } from '../../../cloudfunctions/core/branch/transfer';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { stampForms } from '../../../local/demo/forms';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { couriersBranch } from '../../support/community';
import { markPresent } from '../../support/roll';
import { testContext } from '../../support/services';

jest.setTimeout(120_000);

let cloud: ApiCloud;
const guests = 120;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
});
afterAll(() => cloud.close());

/** Each meeting is on a day of its own. */
let startsAt = new Date('2026-11-23T09:00:00+08:00');
const minutesFromStart = (minutes: number) =>
  cloud.setClock(new Date(startsAt.getTime() + minutes * 60_000).toISOString());
beforeEach(async () => {
  startsAt = new Date(startsAt.getTime() + 86_400_000);
  await minutesFromStart(-50);
});
const branchId = 'branch:qinghe';
const elsewhere = { branchId: couriersBranch._id, branchName: couriersBranch.name };
const create = async (more: object = {}) => {
  const plan = {
    title: '主题党日',
    kind: 'party-day',
    placeName: '党群活动室',
    startsAt: startsAt.toISOString(),
  } as const;
  return (await cloud.getAs('o_secretary', 'activity.create', { ...plan, ...more, requestId: newRequest() }))
    .activityId;
};
const activityOf = (activityId: string) => cloud.storedOne<Activity>('activities', activityId);
const ref = (activityId: string) => ({
  activityId,
  version: activityOf(activityId).version,
  requestId: newRequest(),
});
const linesOf = (activityId: string) =>
  cloud.stored<Attendance>('attendances').filter((line) => line.activityId === activityId);
const pointsOf = (activityId: string) =>
  Object.fromEntries(
    cloud
      .stored<Entry>('entries')
      .filter(({ sourceId }) => sourceId === activityId)
      .map(({ personId, points }) => [personId, points]),
  );
const close = (activityId: string) => cloud.getAs('o_group', 'activity.close', ref(activityId));
const sign = (activityId: string) => cloud.getAs('o_committee', 'activity.sign', { ...ref(activityId), agree: true });

/** Changes people for the length of one test. */
async function withPeople(changes: Readonly<Record<string, object>>, run: () => Promise<void>): Promise<void> {
  const before = Object.keys(changes).map((id) => cloud.storedOne<Person>('people', id));
  for (const [id, change] of Object.entries(changes)) await cloud.change('people', id, change);
  await run();
  for (const {
    _id,
    branchId: branch = branchId,
    branchName = null,
    leftAt = null,
    kinds,
    memberClass = null,
  } of before)
    await cloud.change('people', _id, { branchId: branch, branchName, leftAt, kinds, memberClass, memberships: [] });
}

test('who left before a meeting is not deducted, who did so afterwards is; classes are of its day', async () => {
  const activityId = await create();
  await minutesFromStart(30);
  await markPresent(cloud, 'o_secretary', activityId, 'p_secretary');
  const { database } = await cloud.services();
  const moved = { personId: 'p_special', name: '', proposed: { personId: 'x', name: '', at: startsAt } };
  const decided = { ...moved.proposed, at: new Date(startsAt.getTime() + 60_000), agreed: true };
  const transfer: Transfer = {
    ...{ _id: 'after', communityId: 'qinghe', ...moved, from: { branchId, name: '' }, decided },
    ...{ to: { branchId: elsewhere.branchId, name: '' }, reason: '', open: false, requests: [] },
  };
  await database.insert(transfers, transfer);
  const reclassed = (memberClass: MemberClass, minutes: number) => ({
    ...{ memberClass, branchId, reason: '', personId: 'x', name: '', hat: 'secretary' },
    ...{ at: new Date(startsAt.getTime() + minutes * 60_000), request: { requestKey: `k${minutes}`, inputHash: '' } },
  });
  await withPeople(
    {
      p_young: elsewhere,
      p_leader: { leftAt: new Date(startsAt.getTime() - 60_000), kinds: [] },
      p_senior: { memberClass: 'special' },
      p_special: { ...elsewhere, memberClass: 'senior', memberships: [reclassed('senior', 1)] },
      p_group: { memberClass: 'senior', memberships: [reclassed('committee', -1), reclassed('senior', 1)] },
      p_committee: { leftAt: new Date(startsAt.getTime() + 60_000), kinds: [] },
    },
    async () => {
      expect(await close(activityId)).toMatchObject({ expected: 5, present: 1, excused: 0 });
      await sign(activityId);
      expect(pointsOf(activityId)).toEqual({ p_secretary: 3, p_committee: -4, p_group: -4 });
      expect(linesOf(activityId).map(({ personId }) => personId)).not.toContain('p_young');
      expect(linesOf(activityId).find(({ personId }) => personId === 'p_senior')?.memberClass).toBe('special');
    },
  );
});

test('who came though they are of another branch by then earns once that branch agrees', async () => {
  const activityId = await create();
  await minutesFromStart(30);
  await markPresent(cloud, 'o_secretary', activityId);
  await withPeople({ p_young: elsewhere }, async () => {
    expect(await close(activityId)).toMatchObject({ expected: 6, present: 1 });
    await sign(activityId);
    expect(pointsOf(activityId)).not.toHaveProperty('p_young');
    const line = linesOf(activityId).find(({ personId }) => personId === 'p_young');
    expect(line?.walkIn).toMatchObject({ branchId: elsewhere.branchId, state: 'asked' });
  });
});

test('a roll that stands costs one read more, and no write', async () => {
  const activityId = await create();
  await minutesFromStart(30);
  await markPresent(cloud, 'o_secretary', activityId);
  await close(activityId);
  expect(await cloud.lastCall()).toMatchObject({ reads: 7, writes: 5 });
});

test(`${guests} guests at a joint meeting are all shown, counted and paid, those of one second too`, async () => {
  const activityId = await create();
  const guest = cloud.storedOne<Person>('people', 'p_senior');
  const ids = Array.from({ length: guests }, (_, index) => `p_guest${String(index).padStart(3, '0')}`);
  const people = ids.map((_id, index) => ({ ...guest, ...elsewhere, _id, phone: `1610000${1000 + index}` }));
  cloud.database.load('people', stampForms('people', people));
  await minutesFromStart(30);
  await markPresent(cloud, 'o_secretary', activityId);
  const like = linesOf(activityId).find(({ state }) => state === 'present')!;
  const lines = ids.map((personId, index): Attendance => ({
    ...{ ...like, _id: `${activityId}:${personId}`, personId, order: 1_000 + Math.floor(index / 110) },
    ...{ walkIn: { ...elsewhere, state: 'agreed', decided: null }, memberClass: 'senior' },
  }));
  const { database } = await cloud.services();
  await database.insertAll(attendances, lines.slice(0, 60));
  await database.insertAll(attendances, lines.slice(60));
  const seen = await cloud.getAs('o_secretary', 'activity.get', { activityId });
  expect(await cloud.lastCall()).toMatchObject({ reads: 3 });
  expect(new Set(seen.people.map(({ personId }) => personId)).size).toBe(guests + 7);
  expect(await close(activityId)).toMatchObject({ expected: 7, present: guests + 1 });
  await cloud.tryAs('o_committee', 'activity.sign', { ...ref(activityId), agree: true });
  for (let calls = 0; calls < 20 && activityOf(activityId).unfinished; calls += 1)
    await cloud.tryAs('o_committee', 'activity.sign', { ...ref(activityId), agree: true });
  const paid = Object.entries(pointsOf(activityId)).filter(([, points]) => points === 3);
  expect(paid).toHaveLength(guests + 1);
});

test('a meeting is moved, or called off, with everybody of it, though the call that planned it broke off', async () => {
  for (const action of ['activity.move', 'activity.callOff'] as const) {
    const activityId = await create();
    const { database } = await cloud.services();
    await database.removeWhere(attendances, { activityId, personId: 'p_young' });
    await cloud.change('activities', activityId, { unfinished: { work: 'inviting', since: new Date() } });
    const later = { startsAt: new Date(startsAt.getTime() + 3_600_000).toISOString() };
    await (action === 'activity.move'
      ? cloud.getAs('o_secretary', action, { ...ref(activityId), ...later })
      : cloud.getAs('o_secretary', action, { ...ref(activityId), reason: '下大雪' }));
    expect(linesOf(activityId)).toHaveLength(7);
    expect(new Set(linesOf(activityId).map(({ startKey }) => startKey))).toEqual(
      new Set([activityOf(activityId).startKey]),
    );
    expect(activityOf(activityId).unfinished).toBeUndefined();
  }
});

test('a scan that meets the close is refused, and leaves nothing behind the fixed roll', async () => {
  const activityId = await create();
  await minutesFromStart(30);
  await markPresent(cloud, 'o_secretary', activityId, 'p_secretary');
  const seen = activityOf(activityId);
  await close(activityId);
  const context = testContext({ ...(await cloud.services()) });
  const guest = {
    personId: 'p_courier',
    name: '骑手',
    apart: {},
    memberClass: 'senior',
    branchId: elsewhere.branchId,
    order: 1_000,
  } as const;
  const by = { personId: 'p_courier', name: '骑手', hat: 'courier', at: startsAt, way: 'code' } as const;
  expect(await walkIn(context, seen, guest, by)).toMatchObject({ ok: false, code: 'ACTIVITY_CLOSED' });
  expect(linesOf(activityId).map(({ personId }) => personId)).not.toContain('p_courier');
  // one whose call ended between writing and looking counts no more than that
  const like = linesOf(activityId).find(({ personId }) => personId === 'p_secretary')!;
  const stray: Attendance = { ...like, _id: `${activityId}:p_stray`, personId: 'p_stray', order: 1_000, call: 1 };
  await context.database.insert(attendances, stray);
  expect(await sign(activityId)).toMatchObject({ state: 'closed', present: 1 });
  expect(pointsOf(activityId)).not.toHaveProperty('p_stray');
});

test('S3-09 a mentor who is of the committee no more leaves the choice of another guide', async () => {
  await withPeople({ p_senior: { memberClass: 'senior' } }, async () => {
    await cloud.change('people', 'p_young', { mentorId: 'p_senior' });
    const activityId = await create({ organiserId: 'p_young', guideId: 'p_committee' });
    expect(activityOf(activityId).leaders).toEqual({ organiserId: 'p_young', guideId: 'p_committee' });
    await cloud.change('people', 'p_young', { mentorId: null });
  });
});
