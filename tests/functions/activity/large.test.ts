import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import { people, type Person } from '../../../cloudfunctions/core/person/person';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { loadCommunity, sampleLogins } from '../../support/community';

jest.setTimeout(120_000);

const more = 80;
let cloud: ApiCloud;
beforeAll(async () => {
  const like = sampleLogins().find(({ _id }) => _id === 'o_young')!;
  const ids = Array.from({ length: more }, (_, index) => `p_branch${String(index).padStart(2, '0')}`);
  cloud = await startApi({
    functions: ['api'],
    demo: {
      load(database) {
        loadCommunity(database);
        database.load(
          'people',
          ids.map((_id, index): Person => ({
            _id,
            communityId: 'qinghe',
            name: `党员${index}`,
            phone: `1200000${String(index).padStart(4, '0')}`,
            phoneSource: 'wechat',
            phoneOwner: 'self',
            kinds: ['branchMember'],
            branchId: 'branch:qinghe',
            memberClass: 'senior',
            skills: [],
            free: [],
            atWork: [],
            reachable: true,
          })),
        );
        database.load(
          'logins',
          ids.map((personId, index): LoginWithInbox => ({
            ...like,
            _id: `o_${personId}`,
            personId,
            name: `党员${index}`,
          })),
        );
      },
      personas: () => [],
    },
  });
});
afterAll(() => cloud.close());
beforeEach(() => cloud.setClock('2026-11-23T10:00:00+08:00'));

test('a large branch: everybody gets their line and hears of it', async () => {
  const created = await cloud.getAs('o_secretary', 'activity.create', {
    title: '党员大会',
    kind: 'meeting',
    startsAt: '2026-11-22T09:00:00+08:00',
    placeName: '礼堂',
    requestId: newRequest(),
  });
  const marks = created.people
    .filter(({ personId }) => personId.startsWith('p_branch'))
    .map(({ personId }) => ({ personId, state: 'present' as const }));
  expect(marks).toHaveLength(more);
  await cloud.getAs('o_secretary', 'activity.mark', {
    activityId: created.activityId,
    version: 1,
    marks,
    requestId: newRequest(),
  });
  const { activityId } = created;
  await cloud.getAs('o_group', 'activity.close', { activityId, version: 2, requestId: newRequest() });
  await cloud.getAs('o_committee', 'activity.sign', { activityId, version: 3, agree: true, requestId: newRequest() });
  expect(
    cloud.stored<Entry>('entries').filter(({ personId, points }) => personId.startsWith('p_branch') && points === 3),
  ).toHaveLength(more);
  const told = cloud
    .stored<LoginWithInbox>('logins')
    .filter(
      ({ personId, inbox }) =>
        personId.startsWith('p_branch') && inbox.some(({ kind, points }) => kind === 'points' && points === 3),
    );
  expect(told).toHaveLength(more);
});

test('a branch too large for one activity is refused: nobody is left out without a word', async () => {
  const someone = cloud.stored<Person>('people').find(({ _id }) => _id === 'p_branch00')!;
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
