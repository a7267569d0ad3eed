import { commendations, type Commendation } from '../../../cloudfunctions/core/recognition/commendation/commendation';
import { blankRecognition } from '../../../cloudfunctions/core/recognition/erasure';
import type { ReviewRow } from '../../../cloudfunctions/core/review/review';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { withRecognition } from './recognition-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const read = (openid: string, period?: string) =>
  cloud.callAs(openid, 'recognition.getCommendation', period === undefined ? {} : { period });
const approve = (digest: string, leftOut: readonly string[], reason?: string, requestId = newRequest()) =>
  cloud.callAs('o_secretary', 'recognition.approveCommendation', {
    period: '2026-10',
    digest,
    leftOut,
    ...(reason !== undefined && { reason }),
    requestId,
  });
const ranking = (openid: string) => cloud.getAs(openid, 'recognition.getRanking', {});

test('S3-10 a list is drafted from a frozen month alone, and only the bookkeepers read it', async () => {
  await withRecognition(cloud, { shown: [], month: { meetings: 1, services: 0 } });
  expect(await read('o_secretary')).toEqual({ ok: true, data: { periods: [] } });
  expect(await approve('5cbfd6b912d8d148', [])).toMatchObject({ code: 'NOT_FOUND', field: 'period' });
  await cloud.change('reviews', 'branch:qinghe:2026-10', { state: 'confirmed' });
  const drafted = await cloud.getAs('o_secretary', 'recognition.getCommendation', {});
  expect(drafted.periods).toEqual(['2026-10']);
  expect(drafted.commendation).toMatchObject({ state: 'draft', mayApprove: true, rule: { meetings: 1, services: 0 } });
  expect(drafted.commendation?.people.map(({ name }) => name)).toEqual(['侯思远', '张海涛']);
  expect(await read('o_committee')).toMatchObject({ data: { commendation: { mayApprove: false } } });
  expect(await read('o_inspector')).toMatchObject({ data: { commendation: { state: 'draft', mayApprove: false } } });
  expect(await read('o_young')).toEqual({ ok: true, data: { periods: [] } });
  expect(await read('o_young', '2026-10')).toMatchObject({ code: 'NOT_FOUND' });
  expect(await read('o_resident')).toMatchObject({ code: 'FORBIDDEN' });
  expect(await read('o_strangerSecretary')).toEqual({ ok: true, data: { periods: [] } });
});

test('approving takes the draft that was read, a reason for whom it leaves out, and happens once', async () => {
  const { commendation } = await cloud.getAs('o_secretary', 'recognition.getCommendation', {});
  const digest = commendation?.digest ?? '';
  expect(await approve('0000000000000000', [])).toMatchObject({ code: 'STALE_VERSION', field: 'digest' });
  expect(await approve(digest, ['p_young'])).toMatchObject({ code: 'INVALID_INPUT', field: 'reason' });
  const requestId = newRequest();
  const approved = await approve(digest, ['p_young'], '本人不愿意列', requestId);
  expect(approved).toMatchObject({ ok: true, data: { state: 'approved', approved: { name: '王建国' } } });
  expect(await approve(digest, ['p_young'], '本人不愿意列', requestId)).toEqual(approved);
  expect(await approve(digest, [])).toMatchObject({ code: 'ALREADY_SETTLED' });
  const member = await cloud.getAs('o_young', 'recognition.getCommendation', {});
  expect(member.commendation?.people).toEqual([{ personId: 'p_member', name: '张海涛', meetings: 2, services: 0 }]);
  // who is left out is no list for anybody else to read
  expect(JSON.stringify(member)).not.toContain('侯思远');
  expect(JSON.stringify(member)).not.toContain('不愿意');
  expect(await read('o_committee')).toMatchObject({
    data: { commendation: { leftOut: { names: ['侯思远'], reason: '本人不愿意列' } } },
  });
});

test('a name goes from every list with its owner', async () => {
  const { database } = await cloud.services();
  await blankRecognition(database, 'p_member');
  await blankRecognition(database, 'p_young');
  const [list] = cloud.stored<Commendation>(commendations.name);
  expect(list?.people).toMatchObject([{ personId: 'p_member', name: '' }]);
  expect(list?.leftOut).toEqual([]);
  expect((await cloud.getAs('o_young', 'recognition.getCommendation', {})).commendation?.people).toEqual([]);
});

test('nothing is ranked until the community decides so; then the top alone, without who said no', async () => {
  expect(await ranking('o_young')).toEqual({ shown: false, organization: [], service: [], hidden: [] });
  await withRecognition(cloud, { shown: ['ranking'] });
  const shown = await ranking('o_young');
  expect(shown).toMatchObject({ shown: true, month: '2026-10', service: [] });
  expect(shown.organization).toEqual([
    { place: 1, name: '侯思远', points: 5 },
    { place: 1, name: '张海涛', points: 5 },
  ]);
  const requestId = newRequest();
  const choice = { part: 'ranking', hidden: true, requestId } as const;
  const said = await cloud.callAs('o_young', 'recognition.saveChoice', choice);
  expect(said).toEqual({ ok: true, data: { hidden: ['ranking'] } });
  expect(await cloud.callAs('o_young', 'recognition.saveChoice', choice)).toEqual(said);
  expect(await ranking('o_senior')).toMatchObject({ organization: [{ name: '张海涛' }], hidden: [] });
  expect((await ranking('o_young')).hidden).toEqual(['ranking']);
});

test('S3-14 points of elsewhere are words beside a month, and move nothing', async () => {
  await cloud.change('reviews', 'branch:qinghe:2026-10', { state: 'draft' });
  const rowId = 'branch:qinghe:2026-10:p_senior';
  const [row] = cloud.stored<ReviewRow>('reviewRows');
  cloud.database.load('reviewRows', [
    { ...row!, _id: rowId, personId: 'p_senior', name: '安德海', nameKey: '安德海:p_senior' },
  ]);
  const entries = cloud.stored('entries').length;
  const { sums, through } = cloud.storedOne<ReviewRow>('reviewRows', rowId);
  await cloud.getAs('o_secretary', 'review.remark', {
    month: '2026-10',
    personId: 'p_senior',
    words: '学习强国 4321 分',
    requestId: newRequest(),
  });
  expect(cloud.storedOne<ReviewRow>('reviewRows', rowId)).toMatchObject({ sums, through, remark: '学习强国 4321 分' });
  expect(cloud.stored('entries')).toHaveLength(entries);
  expect(await ranking('o_senior')).not.toMatchObject({ organization: [{ points: 4321 }] });
});
