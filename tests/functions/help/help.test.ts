import type { HelpCase } from '../../../cloudfunctions/core/help/help-case';
import { removeHelp } from '../../../cloudfunctions/core/help/erasure';
import { helpProjections } from '../../../cloudfunctions/core/help/projections';
import { remindVisitors } from '../../../cloudfunctions/core/help/jobs/home-visits';
import type { HomeVisitPlan } from '../../../cloudfunctions/core/help/home-visit';
import { couriersBranch } from '../../support/community';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

/** The night's share of the timer, at a moment. */
async function night(at: string): Promise<void> {
  const services = await cloud.services();
  const now = new Date(at);
  const { cursor } = await remindVisitors.run({ ...services, clock: { now: () => now } }, undefined, daysLater(now, 1));
  expect(cursor).toBeNull();
}
const daysLater = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000);

const personId = 'p_special';
const assign = (visitorId: string, openid = 'o_secretary') =>
  cloud.callAs(openid, 'help.assignVisitor', { personId, visitorId, requestId: newRequest() });
const visited = { personId, day: '2026-11-22', policy: '讲了医保报销', needs: '买药不方便' };
const record = (openid: string, more: object = {}) =>
  cloud.callAs(openid, 'help.recordVisit', { ...visited, ...more, requestId: newRequest() });
const about = { personId, kind: 'hardship', words: '冬天取暖有困难', helperId: 'p_committee' } as const;
const open = (more: object = {}, openid = 'o_secretary') =>
  cloud.callAs(openid, 'help.openCase', { ...about, ...more, requestId: newRequest() });

describe('S3-06 members who are visited at home', () => {
  it('wait for somebody of the committee class, who is told on the day', async () => {
    expect((await cloud.getAs('o_secretary', 'help.list', {})).visits).toMatchObject([{ personId, isLate: false }]);
    expect(await assign('p_young')).toMatchObject({ code: 'INVALID_INPUT', field: 'visitorId' });
    expect(await assign('p_strangerSecretary')).toMatchObject({ code: 'NOT_FOUND', field: 'visitorId' });
    expect(await assign('p_group')).toMatchObject({ data: { dueDay: '2026-11-30' } });
    await night('2026-11-29T03:00:00+08:00');
    expect((await cloud.getAs('o_group', 'message.list', {})).messages).toEqual([]);
    await night('2026-11-30T03:00:00+08:00');
    const told = (await cloud.getAs('o_group', 'message.list', {})).messages;
    expect(told).toMatchObject([{ kind: 'home-visit-due', title: '程桂英', day: '2026-11-30' }]);
    await night('2026-12-01T03:00:00+08:00');
    expect((await cloud.getAs('o_group', 'message.list', {})).messages).toHaveLength(1);
  });

  it('are visited again a period later, by whoever visits them', async () => {
    expect(await record('o_group', { day: '2026-12-02' })).toMatchObject({ code: 'INVALID_INPUT', field: 'day' });
    expect(await record('o_group')).toMatchObject({ data: { dueDay: '2027-02-20' } });
    expect(await record('o_young')).toMatchObject({ code: 'NOT_FOUND' });
    const seen = await cloud.getAs('o_group', 'help.getMember', { personId });
    expect(seen.visits).toMatchObject([{ day: '2026-11-22', policy: '讲了医保报销', needs: '买药不方便' }]);
    expect(cloud.storedOne<HomeVisitPlan>('homeVisitPlans', personId)).toMatchObject({ remindDay: '2027-02-20' });
  });

  it('are written down once, however often the reply is lost', async () => {
    const requestId = newRequest();
    const again = () => cloud.callAs('o_group', 'help.recordVisit', { ...visited, requestId });
    const [first, second] = [await again(), await again()];
    expect(second).toEqual(first);
    expect(cloud.stored('homeVisits').filter((one) => JSON.stringify(one).includes('p_special'))).toHaveLength(2);
  });
});

describe('a case of help', () => {
  it('is opened by the branch, followed by its helper and ended with what came of it', async () => {
    const opened = await open();
    const caseId = opened.ok ? opened.data.caseId : opened.code;
    const write = (openid: string, name: 'help.addNote' | 'help.closeCase', version: number) =>
      cloud.callAs(openid, name, { caseId, version, words: '送去了一床被子', requestId: newRequest() });
    expect(await write('o_committee', 'help.addNote', 0)).toMatchObject({ data: { version: 1 } });
    expect(await write('o_committee', 'help.addNote', 0)).toMatchObject({ code: 'STALE_VERSION' });
    expect(await write('o_young', 'help.addNote', 1)).toMatchObject({ ok: false });
    expect(await write('o_secretary', 'help.closeCase', 1)).toMatchObject({ data: { version: 2 } });
    expect(await write('o_secretary', 'help.addNote', 2)).toMatchObject({ code: 'ALREADY_SETTLED' });
    const [stored] = cloud.stored<HelpCase>('helpCases');
    expect(stored?.acts?.map(({ action }) => action)).toEqual(['help.openCase', 'help.addNote', 'help.closeCase']);
  });

  it('is read by the branch, the helper and the member, and by nobody else', async () => {
    await open({ words: '只给支部看的话', kind: 'outlook' });
    for (const openid of ['o_secretary', 'o_committee'])
      expect(JSON.stringify(await cloud.callAs(openid, 'help.getMember', { personId }))).toContain('只给支部看的话');
    for (const openid of ['o_young', 'o_strangerSecretary', 'o_inspector', 'o_administrator', 'o_resident', 'o_worker'])
      expect(JSON.stringify(await cloud.callAs(openid, 'help.getMember', { personId }))).not.toContain('程桂英');
    expect((await cloud.callAs('o_inspector', 'help.list', {})).ok).toBe(false);
    await open({ personId: 'p_young', words: '刚来，还不熟' });
    const own = await cloud.getAs('o_young', 'help.getMember', { personId: 'p_young' });
    expect(own.cases).toMatchObject([{ words: '刚来，还不熟', mayWrite: false }]);
    expect((await cloud.getAs('o_young', 'help.list', {})).cases).toMatchObject([{ personId: 'p_young' }]);
  });

  it('stays with the branch when the member goes to another one', async () => {
    await cloud.change('people', personId, { branchId: couriersBranch._id });
    const seen = await cloud.getAs('o_secretary', 'help.getMember', { personId });
    expect([JSON.stringify(seen.cases), seen.plan]).toEqual([expect.stringContaining('取暖'), null]);
    await cloud.change('people', personId, { branchId: 'branch:qinghe' });
  });

  it('names everybody as they are called now', async () => {
    await cloud.change('people', 'p_special', { name: '程桂芝' });
    await cloud.change('people', 'p_committee', { name: '冯秀芝' });
    const { database } = await cloud.services();
    for (const id of ['p_special', 'p_committee'])
      for (const { project } of helpProjections)
        await project(database, { kind: 'person', id, at: new Date(0) }, null, () => true);
    const named = cloud.stored<HelpCase>('helpCases').filter((one) => one.personId === personId);
    expect(new Set(named.map(({ name, helper }) => [name, helper.name].join()))).toEqual(new Set(['程桂芝,冯秀芝']));
    expect(cloud.storedOne<HomeVisitPlan>('homeVisitPlans', personId).name).toBe('程桂芝');
  });

  it('is forgotten, once it is closed, when the days of the policy are over', async () => {
    const closed = cloud.stored<HelpCase>('helpCases').filter((one) => !one.open);
    expect(closed).toHaveLength(1);
    await night('2029-11-20T03:00:00+08:00');
    expect(cloud.stored<HelpCase>('helpCases')).toHaveLength(3);
    await night('2029-11-23T03:00:00+08:00');
    expect(cloud.stored<HelpCase>('helpCases').map((one) => one.open)).toEqual([true, true]);
    expect(cloud.stored('homeVisits')).toEqual([]);
  });

  it('goes when its member is erased, with the visits, and nobody else’s', async () => {
    const { database } = await cloud.services();
    await removeHelp(database, personId);
    expect(cloud.stored<HelpCase>('helpCases').map((one) => one.personId)).toEqual(['p_young']);
    expect(cloud.stored('homeVisitPlans')).toEqual([]);
  });
});
