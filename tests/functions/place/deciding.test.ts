/** What a community decides itself: its policy, its teams. */
import type { Login } from '../../../cloudfunctions/core/access/login';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Post } from '../../../cloudfunctions/core/place/post';
import type { Team } from '../../../cloudfunctions/core/place/team';
import type { Input } from '../../../miniprogram/contracts/api';
import { teamLimits } from '../../../miniprogram/contracts/team';
import type { PolicyRange, PolicyValue } from '../../../miniprogram/contracts/policy';
import type { PolicyAuditLine } from '../../../cloudfunctions/core/policy/policy-audit';
import type { PolicyVersion } from '../../../cloudfunctions/core/policy/version';
import type { Community } from '../../../cloudfunctions/core/place/community';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from '../order/order-steps';

jest.setTimeout(60_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  steps = ordersOf(cloud);
});
afterAll(() => cloud.close());

describe('the policy', () => {
  const change = (openid: string, policy: object, requestId = newRequest()) =>
    cloud.callAs(openid, 'policy.change', { policy, reason: '居民说太短', requestId });
  const policyOf = () => cloud.storedOne<Community>('communities', 'qinghe').policy;
  const versions = () => cloud.stored<PolicyVersion>('policies').sort((one, other) => one.version - other.version);
  const lines = () => cloud.stored<PolicyAuditLine>('audit').filter(({ kind }) => kind === 'policy');

  test('is changed by the secretary, holds for new orders, and says who changed what, when and why', async () => {
    const before = policyOf();
    const old = await steps.create();
    const requestId = newRequest();
    const changed = await change('o_secretary', { order: { silenceDays: 10, limits: { reveals: 50 } } }, requestId);
    expect(await cloud.lastCall()).toMatchObject({ reads: 4, writes: 7, refusals: [] });
    expect(await change('o_secretary', { order: { silenceDays: 10, limits: { reveals: 50 } } }, requestId)).toEqual(
      changed,
    );
    expect(policyOf().order).toMatchObject({ silenceDays: 10, limits: { reveals: 50 } });
    expect(versions()).toMatchObject([
      { version: 1, by: null, policy: before },
      { version: 2, by: { personId: 'p_secretary' }, reason: '居民说太短', policy: policyOf() },
    ]);
    expect(lines()).toHaveLength(2);
    expect(lines().find(({ setting }) => setting === 'order.silenceDays')).toMatchObject({
      from: 7,
      to: 10,
      version: 2,
      by: { personId: 'p_secretary', hat: 'secretary' },
      reason: '居民说太短',
    });
    expect([old, await steps.create()].map((order) => steps.stored(order).terms.silenceDays)).toEqual([7, 10]);
    const read = await cloud.getAs('o_inspector', 'policy.get', {});
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
    expect(read).toMatchObject({ mine: false, changes: [{ to: expect.any(Number) }, { name: '王建国' }] });
    expect(read.settings.find(({ setting }) => setting === 'order.silenceDays')).toEqual({
      setting: 'order.silenceDays',
      value: 10,
      standard: 7,
      range: { min: 1, max: 60, isWhole: true },
    });
  });

  test('that cannot be is refused by its field, and nothing is written', async () => {
    const before = policyOf();
    for (const [wanted, field] of [
      [{ order: { silenceDays: 61 } }, 'policy.order.silenceDays'],
      [{ order: { nothing: 1 } }, 'policy.order.nothing'],
    ] as const)
      expect(await change('o_secretary', wanted)).toMatchObject({ ok: false, code: 'INVALID_INPUT', field });
    for (const openid of ['o_committee', 'o_inspector', 'o_worker', 'o_resident'])
      expect(await change(openid, { order: { silenceDays: 9 } })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect([policyOf(), versions().length, lines().length]).toEqual([before, 2, 2]);
  });

  test('two changes of one moment both hold, or one is told to come again', async () => {
    const replies = await Promise.all([
      change('o_secretary', { order: { returnsBeforeRuling: 3 } }),
      change('o_secretary', { passbook: { contestDays: 40 } }),
    ]);
    const refused = replies.filter(({ ok }) => !ok);
    for (const reply of refused) expect(reply).toMatchObject({ code: 'BUSY' });
    expect(versions().map(({ version }) => version)).toEqual(versions().map((_, index) => index + 1));
    expect(versions()).toHaveLength(4 - refused.length);
    expect(versions().at(-1)?.policy).toEqual(policyOf());
  });

  test('every setting may be changed, a station’s and the standards of attendance, too', async () => {
    const { settings } = await cloud.getAs('o_secretary', 'policy.get', {});
    for (const { setting, value, range } of settings) {
      const next = otherValue(value, range);
      const wanted = setting.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), next);
      const changed = await change('o_secretary', wanted as object);
      expect([setting, changed.ok || changed.field]).toEqual([setting, true]);
      const now = changed.ok ? changed.data.settings.find((one) => one.setting === setting)?.value : undefined;
      expect([setting, now]).toEqual([setting, typeof next === 'string' ? [next] : next]);
    }
    const { changes } = await cloud.getAs('o_secretary', 'policy.get', {});
    const line = changes.find(({ setting }) => setting === 'station.ordersAgain');
    expect(line).toMatchObject({ from: 3, to: 2 });
  });

  test('a hat that needs no second factor any more is worn after the next run', async () => {
    await change('o_secretary', { access: { guardedHats: [] } });
    expect(cloud.stored<{ _id: string }>('sourceChanges').map(({ _id }) => _id)).toContain('community:qinghe');
  });
});

/** Something else that is allowed. */
function otherValue(value: PolicyValue, { min = 0, max = 0, maxLength, options }: PolicyRange): PolicyValue | string {
  if (maxLength !== undefined) return '社区广播';
  if (typeof value === 'number') return [value - 1, value + 1].find((one) => one >= min && one <= max) ?? min;
  if (options !== undefined && value.length > 1) return value.slice(0, -1);
  if (options !== undefined) return [options.find((one) => one !== value[0]) ?? ''];
  const standards = value.flatMap((one) => (typeof one === 'object' ? { ...one, present: one.present + 1 } : []));
  return standards.length > 0 ? standards : value.flatMap((one) => (typeof one === 'number' ? one + 1 : []));
}

describe('teams', () => {
  const wanted = {
    teamId: 'team_repair',
    version: 0,
    name: '水电小分队',
    skill: 'device',
    captainId: 'p_member',
    memberIds: ['p_member', 'p_captain'],
  } as const;
  const change = (openid: string, more: Partial<Input<'team.change'>> = {}, requestId = newRequest()) =>
    cloud.callAs(openid, 'team.change', { ...wanted, ...more, requestId });
  const teamOf = (id: string) => cloud.storedOne<Team>('teams', id);
  const person = (id: string) => cloud.storedOne<Person>('people', id);
  const hatsOf = (openid: string) => cloud.storedOne<Login>('logins', openid).hats.map(({ key }) => key);
  /** The timer's next run. */
  const follow = () => cloud.control('/local/clock', { advanceMs: 600_000 });

  test('are everybody’s to know, their members’ names those of the team and of who decides', async () => {
    const list = (openid: string) => cloud.getAs(openid, 'team.list', { teamId: 'team_repair' });
    const seen = await list('o_resident');
    expect(seen.teams).toMatchObject([
      { name: '维修小分队', skill: 'repair', captain: '原志强', count: 3, memberIds: [] },
    ]);
    expect(seen).toMatchObject({ mine: false });
    expect(seen).not.toHaveProperty('members');
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
    expect((await list('o_member2')).members).toHaveLength(3);
    expect(await list('o_secretary')).toMatchObject({ mine: true, members: [{}, {}, {}] });
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0, refusals: [] });
    expect((await cloud.getAs('o_strangerSecretary', 'team.list', {})).teams).toEqual([]);
  });

  test('S2-09 get another captain, name, skill and members: hat, post and people follow', async () => {
    const before = await cloud.callAs('o_secretary', 'team.list', {});
    const requestId = newRequest();
    const changed = await change('o_committee', {}, requestId);
    expect(changed).toMatchObject({ ok: true, data: { name: '水电小分队', version: 1, count: 2 } });
    expect(await change('o_committee', {}, requestId)).toEqual(changed);
    expect(await change('o_secretary')).toMatchObject({ ok: false, code: 'STALE_VERSION', field: 'version' });
    expect(before).not.toEqual(await cloud.callAs('o_secretary', 'team.list', {}));
    expect(teamOf('team_repair').acts).toMatchObject([
      { action: 'team.change', personId: 'p_committee', hat: 'committee' },
    ]);
    const post = cloud.storedOne<Post>('posts', 'teamCaptain_qinghe');
    expect(post).toMatchObject({ holder: { personId: 'p_member' }, team: { name: '水电小分队' } });
    expect(post.past).toMatchObject([{ personId: 'p_captain' }]);
    await follow();
    expect(person('p_member')).toMatchObject({ team: { name: '水电小分队', skill: 'device', captain: true } });
    expect(person('p_captain')).toMatchObject({ teamId: 'team_repair', team: { captain: false } });
    expect([person('p_member2').teamId, person('p_member2').team]).toEqual([undefined, undefined]);
    expect(hatsOf('o_member')).toContain('teamCaptain@team_repair');
    expect(hatsOf('o_captain')).not.toContain('teamCaptain@team_repair');
    expect(cloud.storedOne<Login>('logins', 'o_member2').teamId).toBeUndefined();
  });

  test('are founded, for a section too; nobody is in two, and a captain can be reached', async () => {
    const fresh = { name: '读报小分队', captainId: 'p_worker', memberIds: ['p_worker'], sectionId: 'qinghe_g1_s1' };
    const unnamed = { version: wanted.version, skill: wanted.skill };
    const found = (more: object, requestId = newRequest()) =>
      cloud.callAs('o_secretary', 'team.change', { ...unnamed, ...fresh, ...more, requestId });
    for (const [more, field] of [
      [{ memberIds: ['p_worker', 'p_captain'] }, 'memberIds.1'],
      [{ memberIds: ['p_worker', 'p_worker'] }, 'memberIds.1'],
      [{ memberIds: ['p_worker', 'p_stranger'] }, 'memberIds.1'],
      [{ captainId: 'p_resident' }, 'captainId'],
      [{ name: '水电小分队' }, 'name'],
    ] as const)
      expect(await found(more)).toMatchObject({ ok: false, code: 'INVALID_INPUT', field });
    const imported = { captainId: 'p_imported', memberIds: ['p_imported'] };
    expect(await found(imported)).toMatchObject({ ok: false, code: 'MEMBER_UNREACHABLE', field: 'captainId' });
    expect(await found({ sectionId: 'qinghe_g1' })).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'sectionId' });
    const requestId = newRequest();
    const founded = await found({}, requestId);
    expect(founded).toMatchObject({ ok: true, data: { captain: '赵慧敏', sectionId: 'qinghe_g1_s1', version: 1 } });
    expect(await found({}, requestId)).toEqual(founded);
    expect(cloud.stored('teams')).toHaveLength(2);
    await follow();
    expect(person('p_worker')).toMatchObject({ team: { name: '读报小分队', captain: true } });
    expect(hatsOf('o_worker').filter((key) => key.startsWith('teamCaptain@'))).toHaveLength(1);
    const gone = { personId: 'p_captain', requestId: newRequest() };
    expect(await cloud.callAs('o_secretary', 'person.leave', gone)).toMatchObject({ ok: true });
    await follow();
    expect(teamOf('team_repair')).toMatchObject({ memberIds: ['p_member'], captainId: 'p_member', version: 2 });
    expect(person('p_captain').teamId).toBeUndefined();
    expect(await change('o_secretary', { version: 2 })).toMatchObject({ code: 'INVALID_INPUT', field: 'memberIds.1' });
    expect(await change('o_resident')).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(await change('o_strangerSecretary')).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'teamId' });
  });

  test('S1-12 take anybody of the community: committee and secretary find them by name or number', async () => {
    for (const openid of ['o_secretary', 'o_committee']) {
      const resident = person('p_resident');
      const found = async (words: string) => (await cloud.getAs(openid, 'person.find', { words })).people;
      expect(await found(resident.name)).toMatchObject([{ personId: 'p_resident', member: false }]);
      expect(await found(resident.phone)).toMatchObject([{ personId: 'p_resident' }]);
    }
    const memberIds = ['p_member', 'p_resident'];
    const changed = await change('o_committee', { memberIds, version: teamOf('team_repair').version ?? 0 });
    expect(changed).toMatchObject({ ok: true, data: { count: 2 } });
    await follow();
    expect(person('p_resident')).toMatchObject({ teamId: 'team_repair', team: { captain: false } });
  });

  test('one is the members’ vanguard, whose members read the needs ledger of the community', async () => {
    const { version = 0, memberIds } = teamOf('team_repair');
    const needs = (openid: string) => cloud.callAs(openid, 'order.listNeeds', {});
    expect(await needs('o_member')).toMatchObject({ ok: false, code: 'FORBIDDEN', field: 'teamId' });
    const vanguard = await change('o_secretary', { version, memberIds: [...memberIds], vanguard: true });
    expect(vanguard).toMatchObject({ ok: true, data: { vanguard: true } });
    await follow();
    expect(await needs('o_member')).toMatchObject({ ok: true, data: { vanguard: true } });
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0 });
    expect(await needs('o_member2')).toMatchObject({ ok: false, code: 'FORBIDDEN', field: 'teamId' });
    expect((await needs('o_worker')).ok).toBe(true);
    const second = await cloud.callAs('o_committee', 'team.change', {
      ...{ version: 0, name: '另一支先锋队', skill: 'repair', captainId: 'p_member2', memberIds: ['p_member2'] },
      vanguard: true,
      requestId: newRequest(),
    });
    expect(second).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'vanguard' });
    const plain = await change('o_secretary', { version: version + 1, memberIds: [...memberIds] });
    expect(plain).toMatchObject({ ok: true });
    expect(plain.ok && plain.data.vanguard).toBeUndefined();
    expect(await needs('o_member')).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  });

  test('are no more than a community can have: what is full is said to be full', async () => {
    const { _id, ...team } = teamOf('team_repair');
    const many = Array.from({ length: teamLimits.teams }, (_, index) => `${_id}_${index}`);
    cloud.database.load(
      'teams',
      many.map((id) => ({ ...team, _id: id, name: id, captainId: 'p_nobody', memberIds: ['p_nobody'] })),
    );
    const { version, name, skill, captainId } = wanted;
    const another = { version, name, skill, captainId, memberIds: [captainId], requestId: newRequest() };
    const refused = await cloud.callAs('o_committee', 'team.change', another);
    expect(refused).toMatchObject({ ok: false, code: 'LIST_FULL', field: 'name' });
  });
});
