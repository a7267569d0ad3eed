import { buildLogin } from '../../../cloudfunctions/core/access/build-login';
import type { HomeVisitPlan } from '../../../cloudfunctions/core/help/home-visit';
import type { Post } from '../../../cloudfunctions/core/place/post';
import { stampForms } from '../../../local/demo/forms';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { bookOf, loadBooks } from '../../support/books';
import { communities, couriersBranch, loadCommunity } from '../../support/community';
import { postingOf } from '../passbook/sample-books';
import { withRecognition } from '../recognition/recognition-steps';
import { committeeLists, lists, type ListOfPeople } from './lists';
import * as twins from './twins';

jest.setTimeout(120_000);

const [first, second] = twins.twinIds;
const marks = {
  phoneEnd: ['尾号 5501', '尾号 5502'],
  gridName: twins.people.map(({ serves }) => serves?.gridName ?? ''),
};
const loaded = [
  ...(['people', 'attendances', 'transfers', 'reversals', 'grants', 'alarms', 'reviewRows', 'exchanges'] as const),
  ...(['commendations', 'enrolments', 'helpCases', 'siteLinks'] as const),
];
let cloud: ApiCloud;

const postOf = (hat: Post['hat'], placeId: string, index: number, more: Partial<Post>): Post => ({
  ...{ _id: `${hat}_twin${index}`, communityId: 'qinghe', hat, placeId, path: placeId, placeName: '' },
  holder: { personId: twins.twinIds[index]!, name: twins.twinName, phone: twins.people[index]!.phone },
  ...{ since: new Date('2026-01-01T00:00:00Z'), heldBy: twins.twinIds[index]! },
  ...more,
});

beforeAll(async () => {
  cloud = await startApi({
    functions: ['api'],
    demo: {
      load(database) {
        loadCommunity(database);
        loadBooks(
          database,
          twins.twinIds.map((personId) =>
            bookOf([{ ...postingOf(personId, twins.twinName), branchId: 'branch:qinghe' }]),
          ),
        );
      },
      personas: () => [],
    },
  });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  const [community] = communities;
  const load = (collection: string, documents: readonly object[]) =>
    cloud.database.load(collection, stampForms(collection, documents));
  for (const collection of loaded) load(collection, twins[collection]);
  await cloud.change('visitPlans', 'qinghe_g1_h1', { residents: twins.visitPlans[0]!.residents });
  load('logins', [buildLogin({ openid: 'o_twin1', person: twins.people[0]!, posts: [], community: community! })]);
  load('posts', [
    ...[0, 1].map((index) => postOf('committee', couriersBranch._id, index, { branchId: couriersBranch._id })),
    ...[0, 1].map((index) => postOf('instructor', 'qinghe', index, {})),
    ...[0, 1].map((index) =>
      postOf('employer', 'qinghe_school', index, { employer: { employerId: 'qinghe_school', name: '市第一中学' } }),
    ),
  ]);
  load(
    'homeVisitPlans',
    twins.twinIds.map((_id): HomeVisitPlan => ({
      ...{ _id, communityId: 'qinghe', branchId: 'branch:qinghe', name: twins.twinName, lastDay: null },
      ...{ visitor: { personId: 'p_committee', name: '梁国庆' }, dueDay: '2026-12-01' },
    })),
  );
  await cloud.change('teams', 'team_repair', { memberIds: [...twins.twinIds] });
  for (const id of twins.twinIds) await cloud.change('passbooks', `${id}:service`, { balance: 99 });
  const confirmed = { personId: 'p_secretary', name: '王建国', at: new Date('2026-11-01T02:00:00Z') };
  await cloud.change('reviews', 'branch:qinghe:2026-10', { state: 'confirmed', confirmed });
  await withRecognition(cloud, { shown: ['ranking'] });
  await cloud.getAs('o_secretary', 'activity.create', {
    ...{ title: '两位同名', kind: 'party-day', startsAt: '2026-11-28T09:00:00+08:00', placeName: '活动室' },
    requestId: newRequest(),
  });
  const planned = cloud.stored<{ _id: string; title: string }>('activities').find(({ title }) => title === '两位同名')!;
  load('activities', [{ ...planned, _id: 'a_elsewhere', branchId: couriersBranch._id, startKey: 'a' }]);
});
afterAll(() => cloud.close());

async function expectApart({ reader, by, rows }: ListOfPeople): Promise<void> {
  const found = await rows(cloud, reader);
  const drawn = [first, second].map((id) => found.filter(({ personId }) => personId === id).map((row) => row.drawn));
  const [one = '', other = ''] = drawn.map((some) => JSON.stringify(some));
  const told = [one, other].map((text) => marks[by].filter((mark) => text.includes(mark)));
  expect(told.flat().sort()).toEqual([...marks[by]].sort());
  expect(told.map(({ length }) => length)).toEqual([1, 1]);
  const hidden = by === 'phoneEnd' ? [] : marks.phoneEnd;
  expect(hidden.filter((mark) => one.includes(mark) || other.includes(mark))).toEqual([]);
}

describe('two people of one name are told apart', () => {
  it.each(Object.entries(lists))('%s', async (_name, list) => {
    await expectApart(list);
  });

  it.each(Object.entries(committeeLists))('%s', async (_name, list) => {
    for (const id of twins.twinIds) await cloud.change('people', id, { memberClass: 'committee' });
    await expectApart(list);
  });

  it('and who shares a name with nobody has nothing beside it', async () => {
    const { members } = await cloud.getAs('o_secretary', 'branch.listMembers', {});
    const others = members.filter(({ name }) => name !== twins.twinName);
    expect(others.length).toBeGreaterThan(3);
    expect(others.filter(({ phoneEnd, gridName }) => phoneEnd !== undefined || gridName !== undefined)).toEqual([]);
  });
});
