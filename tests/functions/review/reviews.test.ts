import { reviewRows, reviews, type Review, type ReviewRow } from '../../../cloudfunctions/core/review/review';
import { newRequest, type ApiCloud } from '../../support/api';
import { couriersBranch } from '../../support/community';
import { startWithBooks } from '../passbook/sample-books';
import { reviewNight } from './review-nights';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startWithBooks();
  // the sample's October is for others
  const { database } = await cloud.services();
  await database.removeWhere(reviews, { branchId: 'branch:qinghe', month: '2026-10' });
  await database.removeWhere(reviewRows, { reviewId: 'branch:qinghe:2026-10' });
});
afterAll(() => cloud.close());

const id = (month: string) => `branch:qinghe:${month}`;
const review = (month: string) => cloud.storedOne<Review>('reviews', id(month));
const row = (month: string, personId: string) => cloud.storedOne<ReviewRow>('reviewRows', `${id(month)}:${personId}`);
const waiting = async () => {
  const { body } = await cloud.getAs('o_committee', 'home.get', {});
  return 'waiting' in body ? body.waiting?.reviews : undefined;
};
const confirm = (month: string, version: number, openid = 'o_secretary', requestId = newRequest()) =>
  cloud.callAs(openid, 'review.confirm', { month, version, requestId });
const remark = (personId: string, words: string | undefined, openid = 'o_secretary', month = '2026-11') =>
  cloud.callAs(openid, 'review.remark', {
    month,
    personId,
    requestId: newRequest(),
    ...(words !== undefined && { words }),
  });
const own = async (openid: string) => cloud.getAs(openid, 'review.getYear', { year: 2026 });

test('S2-20 a month gathers its lines, and waits for the secretary on its last Saturday', async () => {
  await reviewNight(cloud, '2026-11-02');
  expect(review('2026-11')).toMatchObject({ state: 'gathering', day: '2026-11-28', dayKind: 'ordinary' });
  expect(review('2026-11').draftingSince).toBeUndefined();
  expect(row('2026-11', 'p_young')).toMatchObject({ memberClass: 'young', sums: { organization: { times: 11 } } });
  expect(await waiting()).toBeUndefined();
  expect(await confirm('2026-11', review('2026-11').version)).toMatchObject({ code: 'REVIEW_TOO_EARLY' });
  await reviewNight(cloud, '2026-11-27');
  expect(review('2026-11').state).toBe('gathering');
  await reviewNight(cloud, '2026-11-28');
  expect(review('2026-11').state).toBe('draft');
  expect(await waiting()).toEqual({ count: 1, day: '2026-11-28' });
  const { version, digest } = review('2026-11');
  await reviewNight(cloud, '2026-11-28');
  expect(review('2026-11')).toMatchObject({ version, digest, state: 'draft' });
  expect(await waiting()).toEqual({ count: 1, day: '2026-11-28' });
  expect(cloud.stored<Review>('reviews').filter(({ branchId }) => branchId === 'branch:qinghe')).toHaveLength(1);
});

test('says what the branch thinks of a month in words, of nobody themselves', async () => {
  const { version } = review('2026-11');
  expect(await remark('p_young', '带头值夜，话不多')).toMatchObject({
    data: { version: version + 1, row: { personId: 'p_young', remark: '带头值夜，话不多' } },
  });
  expect(await remark('p_secretary', '自己夸自己')).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
  expect(await remark('p_young', undefined, 'o_young')).toMatchObject({ code: 'FORBIDDEN' });
  expect(await remark('p_young', '不是这里的人', 'o_strangerSecretary')).toMatchObject({ code: 'NOT_FOUND' });
  await reviewNight(cloud, '2026-11-29');
  expect(row('2026-11', 'p_young').remark).toBe('带头值夜，话不多');
});

test('the list says which drafts may be confirmed, and by whom, with the version that confirms them', async () => {
  const listed = async (openid: string) =>
    (await cloud.getAs(openid, 'review.list', {})).reviews.find(({ month }) => month === '2026-11');
  const { version } = review('2026-11');
  expect(await listed('o_secretary')).toMatchObject({ state: 'draft', version, mayConfirm: true });
  expect(await listed('o_committee')).toMatchObject({ state: 'draft', version, mayConfirm: false });
});

test('is confirmed as it was read, by the secretary, and frozen', async () => {
  const { version } = review('2026-11');
  expect(await confirm('2026-11', version - 1)).toMatchObject({ code: 'STALE_VERSION' });
  expect(await confirm('2026-11', version, 'o_committee')).toMatchObject({ code: 'FORBIDDEN' });
  expect(await confirm('2026-11', version, 'o_strangerSecretary')).toMatchObject({ ok: false });
  const requestId = newRequest();
  const first = await confirm('2026-11', version, 'o_secretary', requestId);
  expect(first).toMatchObject({ ok: true, data: { state: 'confirmed', confirmed: { name: '王建国' } } });
  expect(await confirm('2026-11', version, 'o_secretary', requestId)).toEqual(first);
  expect(await confirm('2026-11', version + 1)).toMatchObject({ code: 'ALREADY_SETTLED' });
  expect(await remark('p_young', '晚了')).toMatchObject({ code: 'ALREADY_SETTLED' });
  expect(await waiting()).toBeUndefined();
});

const assess = (review: object) =>
  cloud.callAs('o_secretary', 'policy.change', { policy: { review }, reason: '支部大会定的', requestId: newRequest() });

test('S2-19 by what a month is assessed is policy, with its history; a frozen month keeps its own', async () => {
  expect([review('2026-11').scoring, row('2026-11', 'p_young').score]).toEqual([[], undefined]);
  const frozen = [review('2026-11'), row('2026-11', 'p_young')];
  expect(await assess({ sources: ['service', 'service'] })).toMatchObject({ field: 'policy.review.sources' });
  expect(await assess({ weights: { absence: 5 } })).toMatchObject({ field: 'policy.review.weights.absence' });
  const decided = await assess({ sources: ['attendance', 'organization'], weights: { organization: 50 } });
  expect(decided).toMatchObject({
    ok: true,
    data: {
      changes: expect.arrayContaining([
        expect.objectContaining({ setting: 'review.sources', from: [], to: ['attendance', 'organization'] }),
        expect.objectContaining({ setting: 'review.weights.organization', from: 100, to: 50, reason: '支部大会定的' }),
      ]),
    },
  });
  await reviewNight(cloud, '2026-11-30');
  expect([review('2026-11'), row('2026-11', 'p_young')]).toEqual(frozen);
  expect(await cloud.getAs('o_secretary', 'review.get', { month: '2026-11' })).toMatchObject({ scoring: [] });
});

test('a line that is written after its month was frozen counts in the next one, and rewrites none', async () => {
  const frozen = [review('2026-11'), row('2026-11', 'p_young')];
  await cloud.change('people', 'p_young', { memberClass: 'committee' });
  const proposal = { kind: 'grant', personId: 'p_young', unit: 'organization', points: 4, day: '2026-11-29' } as const;
  const reason = '抗洪那几天守了三夜大坝';
  await cloud.setClock('2026-11-30T10:00:00+08:00');
  const { grantId } = await cloud.getAs('o_committee', 'passbook.proposeGrant', {
    ...proposal,
    reason,
    requestId: newRequest(),
  });
  await cloud.getAs('o_secretary', 'passbook.signGrant', { grantId, agree: true, requestId: newRequest() });
  await reviewNight(cloud, '2026-12-01');
  await reviewNight(cloud, '2026-12-26');
  expect([review('2026-11'), row('2026-11', 'p_young')]).toEqual(frozen);
  expect(row('2026-12', 'p_young')).toMatchObject({
    memberClass: 'committee',
    sums: { organization: { points: 0, times: 0, lateLines: 1, latePoints: 4 } },
    score: 2,
  });
  const scoring = [
    { source: 'organization', weight: 50 },
    { source: 'attendance', weight: 100 },
  ];
  expect(review('2026-12').scoring).toEqual(scoring);
  const { version } = review('2026-12');
  await assess({ sources: [] });
  await reviewNight(cloud, '2026-12-27');
  expect([review('2026-12').scoring, review('2026-12').version]).toEqual([[], version + 1]);
  expect(row('2026-12', 'p_young')).not.toHaveProperty('score');
  await assess({ sources: ['organization'] });
  await reviewNight(cloud, '2026-12-28');
  expect(row('2026-12', 'p_young').score).toBe(2);
});

test('S2-21 a year shows each month, and which are missing; members see their own alone', async () => {
  const year = await own('o_young');
  expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0 });
  expect(year.months.map(({ state }) => state).slice(9)).toEqual(['missing', 'confirmed', 'draft']);
  expect(year.missing).toHaveLength(10);
  expect(year.months[10]!.row).toMatchObject({ remark: '带头值夜，话不多', memberClass: 'young' });
  expect(year.sums.organization.latePoints).toBe(4);
  const other = { year: 2026, personId: 'p_young' };
  expect(await cloud.callAs('o_member', 'review.getYear', other)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await cloud.callAs('o_inspector', 'review.getYear', other)).toMatchObject({ ok: true });
  expect(await cloud.callAs('o_strangerSecretary', 'review.getYear', other)).toMatchObject({ code: 'NOT_FOUND' });
});

test('lists months and pages of members within their reads, and of no other branch', async () => {
  const { reviews: months, branches } = await cloud.getAs('o_inspector', 'review.list', {});
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
  expect(months.map(({ month }) => month)).toEqual(['2026-12', '2026-11']);
  expect(branches?.map(({ branchId }) => branchId)).toEqual(['branch:qinghe', couriersBranch._id]);
  const riders = { branchId: couriersBranch._id };
  expect((await cloud.getAs('o_inspector', 'review.list', riders)).reviews.length).toBeGreaterThan(0);
  const theirs = await cloud.getAs('o_inspector', 'review.get', { month: '2026-11', ...riders });
  expect(theirs.rows.map(({ personId }) => personId)).not.toContain('p_young');
  for (const openid of ['o_secretary', 'o_strangerSecretary'])
    expect(await cloud.callAs(openid, 'review.list', riders)).toMatchObject({ code: 'NOT_FOUND', field: 'branchId' });
  expect(await cloud.callAs('o_secretary', 'review.get', { month: '2026-11', ...riders })).toMatchObject({
    code: 'NOT_FOUND',
  });
  const page = await cloud.getAs('o_committee', 'review.get', { month: '2026-11' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
  expect(page).toMatchObject({ mine: false, mayConfirm: false, state: 'confirmed' });
  expect(page.rows.map(({ personId }) => personId)).toContain('p_young');
  expect(await cloud.getAs('o_secretary', 'review.get', { month: '2026-12' })).toMatchObject({ mayConfirm: true });
  expect(
    (await cloud.getAs('o_strangerSecretary', 'review.list', {})).reviews.map(({ people }) => people),
  ).not.toContain(page.people);
});

test('whoever confirms waits while the rows are being written', async () => {
  await cloud.change('reviews', id('2026-12'), { draftingSince: new Date() });
  expect(await confirm('2026-12', review('2026-12').version)).toMatchObject({ code: 'BUSY' });
  await reviewNight(cloud, '2026-12-27');
  expect(await confirm('2026-12', review('2026-12').version)).toMatchObject({ ok: true });
});
