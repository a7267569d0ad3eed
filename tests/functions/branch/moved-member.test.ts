import type { HelpCase } from '../../../cloudfunctions/core/help/help-case';
import type { Reversal } from '../../../cloudfunctions/core/passbook/disputes/reversal';
import { grantMonthId, type Grant } from '../../../cloudfunctions/core/passbook/grants/grant';
import { readGrantMonth } from '../../../cloudfunctions/core/passbook/grants/grant-store';
import { countPair } from '../../../cloudfunctions/core/passbook/pairs/pair-count';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Tally } from '../../../cloudfunctions/core/statistics/tally';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { couriersBranch, waitingTransfer } from '../../support/community';

jest.setTimeout(180_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const first = 'branch:qinghe';
const contests = (keeperId: string) =>
  cloud.stored<Tally>('tallies').find(({ _id }) => _id === keeperId)?.contests ?? 0;

test('a case of help stays readable for the branch that keeps it, and visits end with the move', async () => {
  const personId = 'p_special';
  await cloud.getAs('o_secretary', 'help.assignVisitor', {
    ...{ personId, visitorId: 'p_committee', requestId: newRequest() },
  });
  const about = {
    personId,
    kind: 'hardship',
    words: '取暖',
    helperId: 'p_committee',
    requestId: newRequest(),
  } as const;
  const { caseId } = await cloud.getAs('o_secretary', 'help.openCase', about);
  await cloud.change('people', personId, { branchId: couriersBranch._id });
  const seen = await cloud.getAs('o_secretary', 'help.getMember', { personId });
  expect([seen.cases.map((one) => one.caseId), seen.plan, seen.mayVisit]).toEqual([[caseId], null, false]);
  expect(cloud.storedOne<HelpCase>('helpCases', caseId).branchId).toBe(first);
});

test('what is contested goes along with the book, with both counts; the plan of the branch before ends', async () => {
  const waiting = {
    ...{ _id: 'reversal:e1', communityId: 'qinghe', branchId: couriersBranch._id, entryId: 'e1', open: true },
    ...{
      bookId: 'p_special:service',
      personId: 'p_special',
      personName: '程桂英',
      unit: 'service',
      state: 'contested',
    },
    ...{ since: new Date(), contest: '不是我', proposal: null, settled: null, requests: [], title: '', points: 5 },
  };
  cloud.database.load('reversals', [waiting]);
  cloud.database.load('transfers', [waitingTransfer]);
  await cloud.change('homeVisitPlans', 'p_special', { branchId: couriersBranch._id });
  const before = [contests('qinghe'), contests(couriersBranch._id)];
  const decide = { transferId: waitingTransfer._id, agree: true, requestId: newRequest() };
  await cloud.getAs('o_secretary', 'branch.decideTransfer', decide);
  await cloud.getAs('o_secretary', 'branch.decideTransfer', decide);
  expect(cloud.storedOne<Reversal>('reversals', 'reversal:e1').branchId).toBe(first);
  expect([contests('qinghe'), contests(couriersBranch._id)]).toEqual([before[0]! + 1, before[1]! - 1]);
  expect(cloud.stored<{ _id: string }>('homeVisitPlans').filter(({ _id }) => _id === 'p_special')).toEqual([]);
});

test('what somebody gives by hand is counted in all branches together, by the policy of now too', async () => {
  const month = { _id: grantMonthId('qinghe', '2026-11', 'p_committee'), communityId: 'qinghe', branchId: first };
  cloud.database.load('grantMonths', [
    { ...month, month: '2026-11', personId: 'p_committee', name: '韩冬', points: 15, grants: 3 },
  ]);
  const { database, clock } = await cloud.services();
  const known = await readGrantMonth(database, 'qinghe', { personId: 'p_committee', at: clock.now() });
  expect(known?.points).toBe(15);
  // it was proposed while a month allowed more
  const grant: Grant = {
    ...{ _id: 'g1', communityId: 'qinghe', branchId: first, branchName: '', kind: 'grant', bookId: 'p_young:service' },
    ...{ personId: 'p_young', personName: '方晓', memberClass: 'young', unit: 'service', points: 900 },
    ...{ day: '2026-11-20', reason: '台账里漏记的一次', state: 'proposed', open: true, sinceKey: '2026-11-20:g1' },
    ...{
      proposal: { personId: 'p_committee', name: '韩冬', at: clock.now() },
      cap: 9_999,
      settled: null,
      requests: [],
    },
  };
  cloud.database.load('grants', [grant]);
  const signed = await cloud.tryAs('o_secretary', 'passbook.signGrant', {
    ...{ grantId: 'g1', agree: true, requestId: newRequest() },
  });
  expect(signed).toMatchObject({ code: 'GRANT_CAP_REACHED', field: 'grantId' });
});

test('a book is found and opened before its first line, of who has no login, too', async () => {
  const young = cloud.storedOne<Person>('people', 'p_young');
  const made = { ...young, _id: 'p_new', name: '新来的', phone: '', branchId: first, reachable: false };
  cloud.database.load('people', [made]);
  const listed = await cloud.getAs('o_secretary', 'passbook.list', { unit: 'organization' });
  expect(listed.people.find(({ personId }) => personId === 'p_new')).toMatchObject({ name: '新来的', balance: 0 });
  expect(new Set(listed.people.map(({ personId }) => personId)).size).toBe(listed.people.length);
  expect((await cloud.lastCall()).reads).toBeLessThanOrEqual(4);
  const book = await cloud.getAs('o_secretary', 'passbook.get', { personId: 'p_new', unit: 'organization' });
  expect(book).toMatchObject({ name: '新来的', balance: 0, entries: [], mayGrant: true, memberClass: 'young' });
  const courtyard = { personId: 'p_new', unit: 'courtyard' } as const;
  expect(await cloud.tryAs('o_secretary', 'passbook.get', courtyard)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await cloud.tryAs('o_strangerSecretary', 'passbook.get', { personId: 'p_new' })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('pairs of one way are read behind more than a query returns of another', async () => {
  const at = new Date('2026-11-20T02:00:00Z');
  const one = { communityId: 'qinghe', at, cap: 99, sourceId: 's', private: false } as const;
  const giver = { personId: 'x', name: '丙' };
  const vouched = Array.from({ length: 100 }, (_, index) =>
    countPair(undefined, { ...one, way: 'vouched', giver, earner: { personId: `v${index}`, name: '' } }, true),
  );
  const called = { ...one, way: 'called', giver, earner: { personId: 'c', name: '丁' } } as const;
  cloud.database.load('pairs', [...vouched, { ...countPair(undefined, called, true), paid: 9 }]);
  const { branches } = await cloud.getAs('o_inspector', 'passbook.getPatterns', { month: '2026-11' });
  expect(branches.flatMap(({ patterns }) => patterns)).toContainEqual({ kind: 'unsaid', name: '丁', lines: 9, of: 9 });
});
