import type { Person } from '../../../cloudfunctions/core/person/person';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  const young = cloud.storedOne<Person>('people', 'p_young');
  const more = ['one', 'two', 'three'].map((id) => ({
    ...young,
    _id: `p_${id}`,
    name: id,
    phone: `1640000090${id.length}`,
  }));
  cloud.database.load('people', more);
});
afterAll(() => cloud.close());

const assign = (mentorId: string, apprenticeId: string, openid = 'o_secretary', requestId = newRequest()) =>
  cloud.callAs(openid, 'mentor.assign', { mentorId, apprenticeId, requestId });
const list = (openid = 'o_secretary') => cloud.getAs(openid, 'mentor.list', {});
const guidedBy = async (mentorId: string) =>
  (await list()).mentors.find(({ personId }) => personId === mentorId)?.apprentices.map(({ personId }) => personId);

describe('S3-08 who guides whom', () => {
  it('is said by who keeps the branch, and read within two reads', async () => {
    const before = await list();
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
    expect(before.mentors.map(({ personId }) => personId)).toEqual([
      'p_committee',
      'p_group',
      'p_leader',
      'p_secretary',
    ]);
    expect(before.without.map(({ personId }) => personId)).toEqual(['p_one', 'p_three', 'p_two', 'p_young']);
    const requestId = newRequest();
    const given = await assign('p_group', 'p_young', 'o_secretary', requestId);
    expect(given).toMatchObject({ data: { mentorId: 'p_group', apprenticeId: 'p_young' } });
    expect(await assign('p_group', 'p_young', 'o_secretary', requestId)).toMatchObject(given);
    expect((await list()).mentors.find(({ personId }) => personId === 'p_group')).toMatchObject({ advice: 'few' });
    const acts = cloud.storedOne<Person>('people', 'p_young').acts ?? [];
    expect(acts.at(-1)).toMatchObject({ action: 'mentor.assign', personId: 'p_secretary', hat: 'secretary' });
  });

  it('has room for three, of two who are given the last place at once for one', async () => {
    await assign('p_group', 'p_one');
    const replies = await Promise.all([assign('p_group', 'p_two'), assign('p_group', 'p_three', 'o_committee')]);
    const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.code));
    expect(codes.sort()).toEqual(['MENTOR_FULL', 'ok']);
    expect(await guidedBy('p_group')).toHaveLength(3);
    expect(await assign('p_group', 'p_senior')).toMatchObject({ code: 'INVALID_INPUT', field: 'apprenticeId' });
    expect(await assign('p_senior', 'p_young')).toMatchObject({ code: 'INVALID_INPUT', field: 'mentorId' });
  });

  it('moves from one mentor to another, ends, and leaves room for who comes then', async () => {
    await assign('p_committee', 'p_young');
    expect(await guidedBy('p_committee')).toEqual(['p_young']);
    expect(await guidedBy('p_group')).toHaveLength(2);
    expect(
      await cloud.callAs('o_secretary', 'mentor.release', { apprenticeId: 'p_one', requestId: newRequest() }),
    ).toMatchObject({ data: { apprenticeId: 'p_one' } });
    const left = (await list()).without.map(({ personId }) => personId);
    expect(left).toContain('p_one');
    await assign('p_group', 'p_one');
    for (const apprenticeId of left.filter((id) => id !== 'p_one')) await assign('p_group', apprenticeId);
    expect(await guidedBy('p_group')).toHaveLength(3);
  });

  it('is seen by a member as far as it is theirs, and by no other branch', async () => {
    await cloud.change('people', 'p_member', {
      branchId: 'branch:qinghe',
      kinds: ['branchMember'],
      memberClass: 'young',
    });
    await assign('p_leader', 'p_member');
    const own = await list('o_member');
    expect(own).toEqual({
      mentors: [{ personId: 'p_leader', name: '郝文斌', apprentices: [{ personId: 'p_member', name: '张海涛' }] }],
      without: [],
      mine: false,
    });
    expect((await list('o_strangerSecretary')).mentors.map(({ personId }) => personId)).not.toContain('p_group');
    expect(await assign('p_group', 'p_young', 'o_strangerSecretary')).toMatchObject({
      code: 'NOT_FOUND',
      field: 'mentorId',
    });
  });
});
