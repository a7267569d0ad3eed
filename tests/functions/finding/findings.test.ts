import type { FindingCounts } from '../../../cloudfunctions/core/finding/finding';
import { findGaps } from '../../../cloudfunctions/core/finding/jobs/find-gaps';
import type { JobRecord } from '../../../cloudfunctions/core/job/job-record';
import type { Community } from '../../../cloudfunctions/core/place/community';
import { threeLevels } from '../../../cloudfunctions/core/place/policy';
import type { Post } from '../../../cloudfunctions/core/place/post';
import type { FindingKind } from '../../../miniprogram/contracts/finding';
import { stampForms } from '../../../local/demo/forms';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { placeNamed, newCommunity } from '../../support/community';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'], demo: newCommunity });
});
afterAll(() => cloud.close());

/** The night between two days, with as many runs of the timer as a busy machine needs. */
async function night(day: string): Promise<void> {
  const begin = new Date(`${day}T02:01:00+08:00`);
  await cloud.control('/local/clock', { now: begin.toISOString(), timers: 'skip' });
  const isDone = (): boolean => {
    const record = cloud.stored<JobRecord>('runs').find(({ _id }) => _id === findGaps.name);
    return record !== undefined && record.cursor === null && record.ranAt >= begin;
  };
  for (let run = 0; run < 4 || (run < 30 && !isDone()); run += 1)
    await cloud.control('/local/clock', { advanceMs: 600_000 });
  expect(isDone()).toBe(true);
}
const found = async (kind: FindingKind) =>
  (await cloud.getAs('o_secretary', 'finding.list', { kind })).findings.map(({ label, detail, placeId }) => [
    label,
    detail ?? placeId,
  ]);

test('S1-04, S1-11, S1-14 a night finds what is missing, and the next one lets go of what was put right', async () => {
  const lane = placeNamed('qinghe_g1_s1_l1');
  const courtyard = placeNamed('qinghe_g1_c2');
  const door = (number: number) => {
    const _id = `door_${String(number)}`;
    return {
      ...placeNamed('qinghe_g1_h1'),
      _id,
      parentId: courtyard._id,
      path: `${courtyard.path}/${_id}`,
      label: _id,
    };
  };
  cloud.database.load(
    'places',
    stampForms(
      'places',
      Array.from({ length: 9 }, (_, number) => door(number)),
    ),
  );
  await cloud.getAs('o_secretary', 'place.create', { kind: 'shop', name: '药店', requestId: newRequest() });
  await cloud.getAs('o_secretary', 'post.assign', {
    placeId: 'qinghe_g1',
    hat: 'gridWorker',
    personId: 'p_member2',
    requestId: newRequest(),
  });
  await night('2026-11-24');
  expect(await found('vacancy')).toEqual([['蓝色网格', 'gridLeader']]);
  expect(await found('chiefOverloaded')).toEqual([['石榴巷 贺玉梅', '11']]);
  expect(await found('householdWithoutChief')).toEqual([]);
  expect(await found('shopWithoutGrid')).toMatchObject([['药店', expect.any(String)]]);
  expect(await found('holderElsewhere')).toEqual([['红色网格 武建平', 'gridWorker']]);
  expect((await found('placeWithoutCard')).map(([label]) => label)).toEqual(['石榴巷 7 号院', '石榴巷 9 号院']);
  const { counts, countedAt } = await cloud.getAs('o_secretary', 'finding.getCounts', {});
  expect(counts).toMatchObject({ vacancy: 1, chiefOverloaded: 1, placeWithoutCard: 2, personWithoutGrid: 0 });
  expect(countedAt).toBeDefined();

  const give = (placeId: string, hat: 'gridLeader' | 'laneChief', personId?: string) =>
    cloud.getAs('o_secretary', 'post.assign', {
      placeId,
      hat,
      ...(personId !== undefined && { personId }),
      requestId: newRequest(),
    });
  await give('qinghe_g2', 'gridLeader', 'p_group');
  await give(courtyard._id, 'laneChief', 'p_neighbour');
  await give(lane._id, 'laneChief');
  await night('2026-11-25');
  expect(await found('vacancy')).toEqual([['石榴巷', 'laneChief']]);
  expect(await found('chiefOverloaded')).toEqual([]);
  expect((await found('householdWithoutChief')).map(([label]) => label)).toEqual([
    '石榴巷 7 号院 东屋',
    '石榴巷 7 号院 西屋',
  ]);
  expect(cloud.storedOne<FindingCounts>('findingCounts', 'liuyuan').counts.vacancy).toBe(1);
});

test('S1-10, S1-12, S1-15 what breaks a rule of posts and teams is listed, and keeps nobody from a post', async () => {
  const section = placeNamed('qinghe_g1_s1');
  expect(await found('leaderApart')).toEqual([['红色网格 冯秀珍', 'groupLeader']]);
  expect(await found('sectionWithoutTeam')).toEqual([['红色网格 东片区', section._id]]);
  const change = (memberIds: readonly string[], version: number, teamId?: string) =>
    cloud.getAs('o_secretary', 'team.change', {
      ...(teamId !== undefined && { teamId }),
      version,
      name: '东片区服务队',
      skill: 'errand',
      captainId: memberIds[0] ?? '',
      memberIds,
      sectionId: section._id,
      requestId: newRequest(),
    });
  const team = await change(['p_neighbour', 'p_resident'], 0);
  await cloud.getAs('o_secretary', 'post.assign', {
    placeId: 'qinghe_g1',
    hat: 'groupLeader',
    personId: 'p_group',
    leadsGrid: true,
    requestId: newRequest(),
  });
  const head = cloud.storedOne<Post>('posts', 'courtyardHead_qinghe_g1_c1');
  await cloud.change('posts', head._id, { placeId: 'qinghe_g1_s1_l1', placeName: '石榴巷' });
  await night('2026-11-26');
  expect(await found('leaderApart')).toEqual([]);
  expect(await found('sectionWithoutTeam')).toEqual([]);
  expect(await found('teamIncomplete')).toEqual([['东片区服务队', 'member']]);
  expect(await found('postMisplaced')).toEqual([[`石榴巷 ${head.holder?.name ?? ''}`, 'courtyardHead']]);
  await change(['p_neighbour', 'p_resident', 'p_young'], team.version, team.teamId);
  await cloud.change('posts', head._id, { placeId: head.placeId, placeName: head.placeName });
  await night('2026-11-27');
  expect([await found('teamIncomplete'), await found('postMisplaced')]).toEqual([[], []]);
});

test('a community of three levels misses no lane chiefs, and none of its sections a team', async () => {
  const { policy } = cloud.storedOne<Community>('communities', 'qinghe');
  await cloud.change('communities', 'qinghe', { policy: { ...policy, place: { levels: threeLevels } } });
  await night('2026-11-28');
  expect(await found('householdWithoutChief')).toEqual([]);
  expect((await found('vacancy')).filter(([, hat]) => hat === 'laneChief')).toEqual([]);
  await cloud.change('communities', 'qinghe', { policy });
  // as whatever changes a community through an endpoint says
  await cloud.change('communityChanges', 'qinghe', { at: new Date('2026-11-28T12:00:00+08:00') });
  await night('2026-11-29');
  expect(await found('householdWithoutChief')).not.toEqual([]);
});

test('of forty thousand places to put right a page reads what one of twenty does', async () => {
  const one = { communityId: 'qinghe', kind: 'personWithoutGrid', night: '2026-11-25' };
  const many = Array.from({ length: 40_000 }, (_, index) => {
    const personId = `p${String(index).padStart(6, '0')}`;
    return { ...one, _id: `personWithoutGrid:${personId}`, label: '某人', personId };
  });
  cloud.database.load('findings', stampForms('findings', many));
  const page = await cloud.getAs('o_secretary', 'finding.list', { kind: 'personWithoutGrid' });
  expect(page.findings).toHaveLength(20);
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
  await cloud.getAs('o_secretary', 'finding.list', { kind: 'personWithoutGrid', cursor: page.next ?? '' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, refusals: [] });
  await cloud.getAs('o_secretary', 'finding.getCounts', {});
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, refusals: [] });
});
