import type { Login } from '../../../cloudfunctions/core/access/login';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { createEmptyEnvironment } from '../../../local/demo/empty';
import { describeSetup, setupEvent, setupRunner } from '../../../tools/deploy/setup-code';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { couriersBranch } from '../../support/community';
import { samples } from '../../support/samples';
import { office, sheetOf } from '../import/lists';

jest.setTimeout(240_000);

describe('a community that has just begun', () => {
  let cloud: ApiCloud;
  beforeAll(async () => {
    cloud = await startApi({ functions: ['api', 'files', 'jobs'], demo: createEmptyEnvironment() });
    await cloud.control('/local/clock', { now: '2026-11-23T10:00:00+08:00', timers: 'skip' });
  });
  afterAll(() => cloud.close());

  test('comes from its list of members to a first meeting with a roll', async () => {
    const printed = describeSetup(await cloud.invoke(setupRunner, setupEvent, { source: 'deploy' })).join();
    const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(printed)![0];
    await cloud.getAs('o_first', 'setup.claim', { ...samples['setup.claim'], code, requestId: newRequest() });
    const desk = office(cloud, await cloud.services(), 'o_first');
    const lines = [
      ['姓名', '联系电话', '工作单位', '组织关系', '党员类别'],
      ['秦月华', '16410000001', '', '在本社区', '班子成员'],
      ['甄小北', '16410000002', '', '', '青年党员'],
      ['龙守义', '16410000003', '', '已转入', '年老体弱党员'],
      ['安立本', '16410000004', '市第一中学', '市第一中学党支部', '青年党员'],
      ['成为先', '16410000005', '市供电局', '', ''],
    ];
    const brought = await desk.bring('members', sheetOf(lines));
    expect(brought).toMatchObject({ counts: { new: 5, refused: 0 }, written: 5, unused: [] });
    const people = cloud.stored<Person>('people');
    const kept = (name: string) => people.find((one) => one.name === name);
    expect(lines.slice(1).map(([name]) => [kept(name!)?.kinds, kept(name!)?.memberClass])).toEqual([
      [['branchMember'], 'committee'],
      [['branchMember'], 'young'],
      [['branchMember'], 'senior'],
      [['serviceMember'], undefined],
      [['serviceMember'], undefined],
    ]);
    const { rows } = await desk.rows(brought.importId, 'new');
    expect(rows.flatMap(({ notes }) => notes.map(({ text }) => text))).toContain('组织关系不在这里，党员类别没有收');
    const { personId } = cloud.storedOne<Login>('logins', 'o_first');
    const post = { hat: 'secretary', personId, requestId: newRequest() } as const;
    await cloud.getAs('o_first', 'post.assign', post);
    await cloud.control('/local/clock', { advanceMs: 15 * 60_000 });
    const hat = cloud.storedOne<Login>('logins', 'o_first').hats.find((one) => one.hat === 'secretary')!.key;
    await cloud.getAs('o_first', 'person.switchHat', { hat, requestId: newRequest() });
    const startsAt = '2026-11-25T09:00:00+08:00';
    const plan = { title: '第一次组织生活', kind: 'party-day', startsAt, placeName: '活动室' } as const;
    const { activityId } = await cloud.getAs('o_first', 'activity.create', { ...plan, requestId: newRequest() });
    const roll = await cloud.getAs('o_first', 'activity.get', { activityId });
    expect(roll.people.map(({ name }) => name).sort()).toEqual(['甄小北', '秦月华', '龙守义'].sort());
  });
});

describe('who belongs to a branch, and to which class', () => {
  let cloud: ApiCloud;
  beforeAll(async () => {
    cloud = await startApi({ functions: ['api', 'jobs'] });
    await cloud.setClock('2026-11-23T10:00:00+08:00');
  });
  afterAll(() => cloud.close());
  const set = (personId: string, memberClass: 'young' | 'senior' | 'special' | null, requestId = newRequest()) =>
    cloud.tryAs('o_secretary', 'branch.setMember', { personId, memberClass, reason: '组织关系转来了', requestId });
  const person = (personId: string) => cloud.storedOne<Person>('people', personId);

  test('is said by who keeps the branch, once, with who did it and why', async () => {
    const requestId = newRequest();
    const [made, again] = await Promise.all([
      set('p_resident', 'young', requestId),
      set('p_resident', 'young', requestId),
    ]);
    expect([made, again]).toEqual([made, made]);
    expect(made).toEqual({ ok: true, data: { personId: 'p_resident', name: '李秀兰', memberClass: 'young' } });
    expect(person('p_resident')).toMatchObject({
      kinds: ['resident', 'branchMember'],
      ...{ memberClass: 'young', branchId: 'branch:qinghe' },
      memberships: [{ memberClass: 'young', personId: 'p_secretary', hat: 'secretary', reason: '组织关系转来了' }],
    });
    expect(person('p_resident').memberships).toHaveLength(1);
    const { operations } = await cloud.lastCall();
    expect(operations.length).toBeLessThanOrEqual(12);
    const { members } = await cloud.getAs('o_secretary', 'branch.listMembers', { memberClass: 'young' });
    expect(members.find(({ personId }) => personId === 'p_resident')?.changed).toMatchObject({
      reason: '组织关系转来了',
    });
  });

  test('ends when they are none any more; who leads the branch gives back the post first', async () => {
    await cloud.change('people', 'p_resident', { mentorId: 'p_committee' });
    expect(await set('p_resident', null)).toMatchObject({ ok: true });
    const { kinds, memberClass, mentorId, memberships } = person('p_resident');
    expect([kinds, memberClass, mentorId, memberships?.length]).toEqual([['resident'], undefined, undefined, 2]);
    expect(await set('p_committee', null)).toMatchObject({ code: 'HOLDS_POST', field: 'personId' });
  });

  test('is no other branch’s to say', async () => {
    await cloud.change('people', 'p_neighbour', { kinds: ['branchMember'], branchId: couriersBranch._id });
    expect(await set('p_neighbour', 'young')).toMatchObject({ code: 'OTHER_BRANCH', field: 'personId' });
    expect(await set('p_strangerSecretary', 'young')).toMatchObject({ code: 'NOT_FOUND' });
  });
});
