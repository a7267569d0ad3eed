import type { Exchange } from '../../../cloudfunctions/core/review/exchange/exchange';
import type { Export } from '../../../cloudfunctions/core/export/document/export';
import { reviewNumbers } from '../../../cloudfunctions/core/export/sources/reviews';
import { blankReviews } from '../../../cloudfunctions/core/review/erasure';
import type { Review, ReviewRow } from '../../../cloudfunctions/core/review/review';
import { reviewProjections } from '../../../cloudfunctions/core/review/projections';
import { couriersBranch } from '../../support/community';
import { waitingReview, waitingReviewRows } from '../../support/community/reviews';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  await cloud.change('reviews', 'branch:qinghe:2026-10', { state: 'confirmed' });
});
afterAll(() => cloud.close());

const record = (openid: string, personId = 'p_senior') => cloud.callAs(openid, 'review.getRecord', { personId });
const send = (openid: string, words: string, requestId = newRequest(), personId = 'p_senior') =>
  cloud.callAs(openid, 'review.sendNote', { personId, words, requestId });
const share = (agreed: boolean, openid = 'o_senior') =>
  cloud.callAs(openid, 'review.share', { agreed, requestId: newRequest() });
const shared = async (openid: string) => (await cloud.getAs(openid, 'review.listShared', {})).members;

test('S2-17 one record has registration, points, review and exchange, for the member and their branch', async () => {
  const own = await cloud.getAs('o_senior', 'review.getRecord', {});
  expect(own).toMatchObject({ personId: 'p_senior', employerName: '市第一中学', mayShare: true, mayWrite: false });
  expect(await cloud.lastCall()).toMatchObject({ writes: 0 });
  expect((await cloud.lastCall()).reads).toBeLessThanOrEqual(7);
  expect(await record('o_secretary')).toMatchObject({ ok: true, data: { mayShare: false, mayWrite: true } });
  expect(await record('o_inspector')).toMatchObject({ ok: true, data: { mayWrite: false } });
  const young = await record('o_secretary', 'p_young');
  expect(young).toMatchObject({ data: { latest: { month: '2026-10', row: { memberClass: 'young' } }, shared: false } });
  expect(await record('o_member')).toMatchObject({ code: 'FORBIDDEN' });
  expect(await record('o_strangerSecretary')).toMatchObject({ code: 'NOT_FOUND' });
  expect(await record('o_secretary', 'p_stranger')).toMatchObject({ code: 'NOT_FOUND' });
});

test('S2-19 both sides write and answer, and each knows whose turn it is', async () => {
  const requestId = newRequest();
  const asked = await send('o_employer', '今年的量化考核能不能算一项', requestId);
  expect(asked).toMatchObject({
    ok: true,
    data: { mayReadYear: false, notes: [{ side: 'employer', name: '牛晓东' }] },
  });
  expect(await send('o_employer', '今年的量化考核能不能算一项', requestId)).toEqual(asked);
  expect(await shared('o_secretary')).toMatchObject([{ personId: 'p_senior', waitsFor: 'community' }]);
  expect(await send('o_committee', '能，数在考评里')).toMatchObject({ ok: true });
  expect(await shared('o_employer')).toMatchObject([{ personId: 'p_senior', waitsFor: 'employer', shared: true }]);
  const own = await cloud.getAs('o_senior', 'review.getRecord', {});
  expect(own.notes.map(({ side, words }) => [side, words])).toEqual([
    ['employer', '今年的量化考核能不能算一项'],
    ['community', '能，数在考评里'],
  ]);
  expect(await send('o_senior', '我自己说两句')).toMatchObject({ code: 'FORBIDDEN' });
  expect(await send('o_secretary', '没同意过', newRequest(), 'p_young')).toMatchObject({ code: 'NOT_SHARED' });
});

test('an employer reads nothing of whom it does not employ, and nothing without consent', async () => {
  expect(await record('o_employer', 'p_young')).toMatchObject({ code: 'NOT_FOUND' });
  expect(await share(false)).toMatchObject({ ok: true, data: { shared: false } });
  expect(await record('o_employer')).toMatchObject({ code: 'NOT_FOUND' });
  expect(await send('o_employer', '再问一句')).toMatchObject({ code: 'NOT_FOUND' });
  expect(await send('o_secretary', '再答一句')).toMatchObject({ code: 'NOT_SHARED' });
  expect(await shared('o_employer')).toEqual([]);
  expect(await shared('o_secretary')).toMatchObject([{ shared: false }]);
  expect(await share(true, 'o_young')).toMatchObject({ code: 'NOT_FOUND' });
  expect(await share(true)).toMatchObject({ ok: true, data: { shared: true } });
  expect((await shared('o_employer')).map(({ personId }) => personId)).toEqual(['p_senior']);
});

test('an employer reads the newest confirmed month of each member, of whatever branch they are', async () => {
  const branchId = couriersBranch._id;
  const own = (month: string, state: Review['state']): Review => ({
    ...{ ...waitingReview, _id: `${branchId}:${month}`, branchId, month, state },
  });
  const rowIn = (reviewId: string, month: string, points: number): ReviewRow => ({
    ...waitingReviewRows[0]!,
    ...{ _id: `${reviewId}:p_special`, reviewId, month, personId: 'p_special', name: '程桂英' },
    sums: { ...waitingReviewRows[0]!.sums, service: { ...waitingReviewRows[0]!.sums.service, points } },
  });
  cloud.database.load('reviews', [own('2026-09', 'confirmed'), own('2026-10', 'draft')]);
  cloud.database.load('reviewRows', [
    { ...rowIn(`${branchId}:2026-09`, '2026-09', 7), branchId },
    { ...rowIn(`${branchId}:2026-10`, '2026-10', 9), branchId },
    { ...rowIn('branch:qinghe:2026-10', '2026-10', 3), branchId: 'branch:qinghe' },
  ]);
  const known = cloud.storedOne<Exchange>('exchanges', 'qinghe_school:p_senior');
  const other = { _id: 'qinghe_school:p_special', personId: 'p_special', name: '程桂英', nameKey: '程桂英:p_special' };
  cloud.database.load('exchanges', [{ ...known, ...other, branchId, agreed: true, notes: [] }]);
  await cloud.change('people', 'p_special', { employerId: 'qinghe_school' });
  const latestOf = async () => (await shared('o_employer')).find(({ personId }) => personId === 'p_special')?.latest;
  expect(await latestOf()).toMatchObject({ month: '2026-09', row: { sums: { service: { points: 7 } } } });
  expect((await cloud.lastCall()).reads).toBeLessThanOrEqual(5);

  await cloud.change('people', 'p_special', { branchId: 'branch:qinghe', name: '程桂花' });
  const { database } = await cloud.services();
  const moved = { kind: 'person', id: 'p_special', at: new Date() } as const;
  const project = () => reviewProjections[0]!.project(database, moved, null, () => true);
  expect(await project()).toEqual({ written: 1 });
  expect(await project()).toEqual({ written: 0 });
  expect(await latestOf()).toMatchObject({ month: '2026-10', row: { sums: { service: { points: 3 } } } });
  expect((await shared('o_secretary')).map(({ name }) => name)).toContain('程桂花');
});

test('an employer reads nothing more of whoever works elsewhere, or moved away', async () => {
  const { database } = await cloud.services();
  const project = () =>
    reviewProjections[0]!.project(database, { kind: 'person', id: 'p_special', at: new Date() }, null, () => true);
  const known = cloud.storedOne<Exchange>('exchanges', 'qinghe_school:p_special');
  const seen = async () => (await shared('o_employer')).map(({ personId }) => personId);
  const month = { employer: { employerId: 'qinghe_school', name: '市第一中学' }, communityId: 'qinghe', month: null };
  const exported = async () =>
    (await reviewNumbers.read(database, month as unknown as Export, null)).rows.map(({ name }) => name);
  expect([await seen(), await exported()]).toEqual([['p_senior', 'p_special'], expect.arrayContaining(['程桂英'])]);
  for (const change of [{ employerId: 'qinghe_power' }, { employerId: 'qinghe_school', leftAt: new Date() }]) {
    await cloud.change('exchanges', known._id, { agreed: true });
    await cloud.change('people', 'p_special', change);
    // before the copy follows, and after
    expect([await seen(), await exported()]).toEqual([['p_senior'], expect.not.arrayContaining(['程桂英'])]);
    expect(await project()).toEqual({ written: 1 });
    expect(cloud.storedOne<Exchange>('exchanges', known._id).agreed).toBe(false);
  }
});

test('S2-21 a year has the months of whoever changed branch, and both of the month of the change', async () => {
  await cloud.change('people', 'p_special', { leftAt: null, kinds: ['branchMember'] });
  const { months, sums } = await cloud.getAs('o_secretary', 'review.getYear', { personId: 'p_special', year: 2026 });
  const ofMonth = (wanted: string) => months.find((one) => one.month === wanted);
  expect(ofMonth('2026-09')).toMatchObject({ state: 'confirmed', row: { sums: { service: { points: 7 } } } });
  // one of the two branches has not confirmed it
  expect(ofMonth('2026-10')).toMatchObject({ state: 'draft', row: { sums: { service: { points: 12 } } } });
  expect(sums.service.points).toBe(19);
  expect((await cloud.lastCall()).reads).toBeLessThanOrEqual(5);
});

test('what was written of somebody goes with their words', async () => {
  const { database } = await cloud.services();
  await blankReviews(database, 'p_senior');
  expect(cloud.storedOne<Exchange>('exchanges', 'qinghe_school:p_senior')).toMatchObject({
    name: '',
    notes: [],
    agreed: false,
  });
});
