import type { Login } from '../../../cloudfunctions/core/access/login';
import type { Employer } from '../../../cloudfunctions/core/employer/employer';
import { keepEmployers } from '../../../cloudfunctions/core/employer/jobs/keep-employers';
import { employerIdOf } from '../../../cloudfunctions/core/person/employer-id';
import { memberEmployer } from '../../../cloudfunctions/core/person/migrations/people-4';
import type { Post } from '../../../cloudfunctions/core/place/post';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const school = 'qinghe_school';
const change = (
  name: 'employer.grantHat' | 'employer.revokeHat',
  input: { employerId: string; personId: string },
  openid = 'o_administrator',
  requestId = newRequest(),
) => cloud.callAs(openid, name, { ...input, requestId });
const follow = () => cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
const hatsOf = (openid: string) =>
  cloud
    .storedOne<Login>('logins', openid)
    .hats.filter(({ hat }) => hat === 'employer')
    .map(({ employerId, placeName }) => [employerId, placeName]);

describe('the hat of an employer', () => {
  it('is given by the administrator, once, and worn with the timer’s next run', async () => {
    const wanted = { employerId: school, personId: 'p_resident' };
    const requestId = newRequest();
    const given = await change('employer.grantHat', wanted, 'o_administrator', requestId);
    expect(await cloud.lastCall()).toMatchObject({ reads: 5, writes: 5 });
    expect(given).toMatchObject({
      data: { name: '市第一中学', holders: [{ personId: 'p_employer' }, { personId: 'p_resident', name: '李秀兰' }] },
    });
    expect(await change('employer.grantHat', wanted, 'o_administrator', requestId)).toMatchObject({
      data: given.ok && given.data,
    });
    expect(await change('employer.grantHat', wanted)).toMatchObject({ data: given.ok && given.data });
    const posts = cloud
      .stored<Post>('posts')
      .filter(({ hat, heldBy }) => hat === 'employer' && heldBy === 'p_resident');
    expect(posts).toMatchObject([{ placeId: school, employer: { employerId: school, name: '市第一中学' } }]);
    expect(posts[0]?.acts?.[0]).toMatchObject({ action: 'employer.grantHat', personId: 'p_administrator' });
    await follow();
    expect(hatsOf('o_resident')).toEqual([[school, '市第一中学']]);
  });

  it('reads its own employer, and no other', async () => {
    const { employers, mine } = await cloud.getAs('o_employer', 'employer.list', {});
    expect([employers.map(({ name }) => name), mine]).toEqual([['市第一中学'], false]);
    const all = await cloud.getAs('o_administrator', 'employer.list', {});
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0 });
    expect([all.employers.map(({ name }) => name), all.mine]).toEqual([['市供电服务中心', '市第一中学'], true]);
    expect(await cloud.getAs('o_strangerSecretary', 'employer.list', {})).toMatchObject({
      employers: [{ name: '城区信用社' }],
    });
  });

  it('is taken back the same way', async () => {
    const wanted = { employerId: school, personId: 'p_resident' };
    expect(await change('employer.revokeHat', wanted)).toMatchObject({
      data: { holders: [{ personId: 'p_employer' }] },
    });
    expect(await cloud.lastCall()).toMatchObject({ reads: 5, writes: 4 });
    await follow();
    expect(hatsOf('o_resident')).toEqual([]);
    expect(await change('employer.revokeHat', { ...wanted, personId: 'p_head' })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'personId',
    });
  });

  it('reaches into no other community, and is nobody else’s to give', async () => {
    const other = { employerId: 'liuyuan_bank', personId: 'p_resident' };
    expect(await change('employer.grantHat', other)).toMatchObject({ code: 'NOT_FOUND', field: 'employerId' });
    const stranger = { employerId: school, personId: 'p_stranger' };
    expect(await change('employer.grantHat', stranger)).toMatchObject({ code: 'NOT_FOUND', field: 'personId' });
    for (const openid of ['o_secretary', 'o_employer', 'o_worker'])
      expect(await change('employer.grantHat', { employerId: school, personId: 'p_head' }, openid)).toMatchObject({
        code: 'FORBIDDEN',
      });
  });
});

describe('what was there before employers were', () => {
  const before = { _id: 'p1', communityId: 'qinghe', employer: '市 第一中学', kinds: ['serviceMember'] };

  it('members name one by their words; whoever is none, by none', () => {
    const employerId = employerIdOf('qinghe', '市第一中学');
    expect(memberEmployer.migrate(before)).toEqual({ ...before, employerId });
    const resident = { ...before, kinds: ['resident'] };
    expect(memberEmployer.migrate(resident)).toEqual(resident);
    expect(employerIdOf('liuyuan', '市第一中学')).not.toBe(employerId);
  });

  it('employers are made, and hats of a whole community move to the one of whoever wears them', async () => {
    const services = await cloud.services();
    const now = new Date('2026-11-23T10:01:00+08:00');
    const night = () =>
      keepEmployers.run({ ...services, clock: { now: () => now } }, undefined, new Date('2027-01-01'));
    const employerId = employerIdOf('qinghe', '区文化馆');
    await cloud.change('people', 'p_member', { employer: '区文化馆', employerId });
    const post = cloud.stored<Post>('posts').find(({ hat }) => hat === 'employer')!;
    const holder = { personId: 'p_member', name: '张海涛', phone: '16400000003' };
    const legacy = { ...post, _id: 'employer_before', placeId: 'qinghe', holder, heldBy: 'p_member' };
    cloud.database.load('posts', [{ ...legacy, employer: undefined }]);
    expect((await night()).done).toBe(2);
    expect(cloud.storedOne<Employer>('employers', employerId)).toMatchObject({
      name: '区文化馆',
      communityId: 'qinghe',
    });
    expect(cloud.storedOne<Post>('posts', 'employer_before')).toMatchObject({
      placeId: employerId,
      employer: { employerId, name: '区文化馆' },
    });
    expect((await night()).done).toBe(0);
    await follow();
    expect(hatsOf('o_member')).toEqual([[employerId, '区文化馆']]);
    const moved = { employerId, personId: 'p_member' };
    expect(await change('employer.grantHat', moved)).toMatchObject({ data: { holders: [{ personId: 'p_member' }] } });
    expect(await change('employer.revokeHat', moved)).toMatchObject({ data: { holders: [] } });
  });
});
