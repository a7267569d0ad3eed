import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import { people, type Person } from '../../../cloudfunctions/core/person/person';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import { limits } from '../../../miniprogram/contracts/limits';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { branchWith } from '../../support/branch-members';

jest.setTimeout(120_000);

/** With the seven of the sample community. */
const more = 293;
let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'], demo: branchWith(more) });
});
afterAll(() => cloud.close());
beforeEach(() => cloud.setClock('2026-11-23T10:00:00+08:00'));

const linesOf = (activityId: string) =>
  cloud.stored<Entry>('entries').filter(({ sourceId }) => sourceId === activityId);

test('a branch of 300: all are invited, marked, posted once and told, by the timer where a call ends', async () => {
  const created = await cloud.getAs('o_secretary', 'activity.create', {
    title: '党员大会',
    kind: 'meeting',
    startsAt: '2026-11-22T09:00:00+08:00',
    placeName: '礼堂',
    requestId: newRequest(),
  });
  expect(await cloud.lastCall()).toMatchObject({ reads: 6, writes: 8 });
  expect(created.people).toHaveLength(300);
  const marks = created.people
    .filter(({ personId }) => personId.startsWith('p_branch'))
    .map(({ personId }) => ({ personId, was: 'expected' as const, state: 'present' as const }));
  expect(marks).toHaveLength(more);
  const { activityId } = created;
  for (let start = 0; start < marks.length; start += limits.marks) {
    const some = marks.slice(start, start + limits.marks);
    await cloud.getAs('o_secretary', 'activity.mark', { activityId, marks: some, requestId: newRequest() });
  }
  await cloud.getAs('o_group', 'activity.close', { activityId, version: 1, requestId: newRequest() });
  await cloud.control('/local/faults', {
    kind: 'timeout-before',
    match: 'database.commitTransaction',
    times: 1,
    after: 8,
  });
  const sign = { activityId, version: 2, agree: true, requestId: newRequest() };
  await cloud.tryAs('o_committee', 'activity.sign', sign);
  expect(linesOf(activityId).length).toBeLessThan(more);
  for (let run = 0; run < 3; run += 1) await cloud.control('/local/clock', { advanceMs: 600_000 });
  expect(linesOf(activityId).filter(({ points }) => points === 3)).toHaveLength(more);
  expect(new Set(linesOf(activityId).map(({ _id }) => _id)).size).toBe(linesOf(activityId).length);
  const heads = cloud.stored<Passbook>('passbooks').filter(({ personId }) => personId.startsWith('p_branch'));
  expect(heads.map(({ balance, count }) => [balance, count])).toEqual(heads.map(() => [3, 1]));
  expect(heads).toHaveLength(more);
  const told = cloud
    .stored<LoginWithInbox>('logins')
    .filter(
      ({ personId, inbox }) =>
        personId.startsWith('p_branch') && inbox.some(({ kind, points }) => kind === 'points' && points === 3),
    );
  expect(told).toHaveLength(more);
  expect(cloud.storedOne<Activity>('activities', activityId)).not.toHaveProperty('unfinished');
});

test('a branch too large for one activity is refused: nobody is left out without a word', async () => {
  const someone = cloud.stored<Person>('people').find(({ _id }) => _id === 'p_branch000')!;
  const services = await cloud.services();
  for (let index = 0; index < 20; index += 1)
    await services.database.insert(people, {
      ...someone,
      _id: `p_late${index}`,
      phone: `1210000${String(index).padStart(4, '0')}`,
    });
  const before = cloud.stored('activities').length;
  const reply = await cloud.callAs('o_secretary', 'activity.create', {
    title: '党员大会',
    kind: 'meeting',
    startsAt: '2026-11-29T09:00:00+08:00',
    placeName: '礼堂',
    requestId: newRequest(),
  });
  expect(reply).toMatchObject({ ok: false, code: 'BRANCH_TOO_LARGE' });
  expect(cloud.stored('activities')).toHaveLength(before);
});
