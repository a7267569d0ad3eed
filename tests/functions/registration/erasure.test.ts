import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import { attendanceId, type Attendance } from '../../../cloudfunctions/core/activity/attendance';
import type { Transfer } from '../../../cloudfunctions/core/branch/transfer';
import { countPair } from '../../../cloudfunctions/core/passbook/pairs/pair-count';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { blankPerson } from '../../../cloudfunctions/core/registration/blank-person';
import { finishErasures } from '../../../cloudfunctions/core/registration/jobs/finish-erasures';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { couriersBranch } from '../../support/community';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

/** Of the collections that a branch keeps of its members. */
const kept = () =>
  (['attendances', 'activities', 'transfers', 'pairs'] as const).map((name) => JSON.stringify(cloud.stored(name)));

test('an erased name stands in no roll, meeting, pair or transfer, and nothing that was said of them', async () => {
  const at = new Date('2026-11-20T02:00:00Z');
  const startsAt = '2026-11-25T09:00:00+08:00';
  const plan = { title: '学习会', kind: 'party-day', startsAt, placeName: '活动室', requestId: newRequest() } as const;
  const { activityId } = await cloud.getAs('o_secretary', 'activity.create', plan);
  const own = (personId: string) => cloud.storedOne<Attendance>('attendances', attendanceId(activityId, personId));
  const young = cloud.storedOne<Person>('people', 'p_young');
  const hand = { personId: 'p_young', name: young.name, hat: 'branchMember', at } as const;
  const leave = { reason: '去医院陪护', state: 'asked', asked: hand, decided: null, request: plan };
  await cloud.change('attendances', own('p_young')._id, { mark: { ...hand, way: 'code' }, leave });
  await cloud.change('attendances', own('p_senior')._id, { mark: { ...hand, way: 'hand' } });
  const { _id, createdBy, acts } = cloud.storedOne<Activity>('activities', activityId);
  const signed = { closing: hand, returned: { ...hand, reason: '有两个人点错了' } };
  await cloud.change('activities', _id, { ...signed, createdBy: hand, acts: [{ ...hand, action: 'activity.create' }] });
  await cloud.change('people', 'p_senior', {
    memberships: [{ ...hand, branchId: 'branch:qinghe', memberClass: 'senior', reason: '转来了', request: plan }],
  });
  const reason = '换到快递公司上班了';
  await cloud.getAs('o_secretary', 'branch.proposeTransfer', {
    ...{ personId: 'p_young', toBranchId: couriersBranch._id, reason, requestId: newRequest() },
  });
  const pair = { communityId: 'qinghe', way: 'signed', at, cap: 4, sourceId: 'a1', private: false } as const;
  const [one, other] = [
    { personId: 'p_young', name: young.name },
    { personId: 'p_senior', name: '别人' },
  ];
  cloud.database.load('pairs', [
    countPair(undefined, { ...pair, giver: one!, earner: other! }, true),
    countPair(undefined, { ...pair, giver: other!, earner: one! }, true),
  ]);
  for (const text of kept()) expect(text).toContain(young.name);

  const { database } = await cloud.services();
  for (let time = 0; time < 2; time += 1) {
    await blankPerson(database, { personId: 'p_young', communityId: 'qinghe' });
    for (const text of kept()) for (const word of [young.name, '去医院陪护', reason]) expect(text).not.toContain(word);
  }
  expect(own('p_young')).toMatchObject({ state: 'expected', leave: { state: 'asked' }, mark: { way: 'code' } });
  expect(cloud.storedOne<Person>('people', 'p_senior').memberships).toMatchObject([{ name: '', reason: '转来了' }]);
  expect(cloud.stored<Transfer>('transfers')).toMatchObject([{ personId: 'p_young', open: true }]);
  expect([createdBy.personId, acts]).toEqual(['p_secretary', expect.anything()]);
});

test('what broke off is made whole by the job', async () => {
  const name = cloud.storedOne<Person>('people', 'p_special').name;
  const [line] = cloud.stored<Attendance>('attendances').filter(({ personId }) => personId === 'p_special');
  expect(line?.name).toBe(name);
  const decision = { personId: 'p_secretary', at: new Date('2026-11-23T01:00:00Z') };
  cloud.database.load('changeRequests', [
    { _id: 'q_erased', communityId: 'qinghe', personId: 'p_special', kind: 'erasure', erasing: true, decision },
  ]);
  await finishErasures.run(await cloud.services(), undefined, new Date('2026-11-23T03:00:00Z'));
  expect(cloud.storedOne<Attendance>('attendances', line!._id).name).toBe('');
});
