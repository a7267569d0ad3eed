/** The pages on which a community decides: its rules, its teams. */
import { answered, cloudOf, mountPage } from '../support/simulate';
import { noAttendance, policy, standards, teamList } from './samples/deciding';
import { freshPhone, inputOf, toasts } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

const secretary = sessionOf(hats.secretary);

describe('the rules of the community', () => {
  const file = 'packages/desk/policy/policy';
  async function opened(answer: object = policy) {
    const calls = cloudOf({ 'policy.get': answered({ ...policy, ...answer }) });
    const page = mountPage(file, {}, secretary);
    await page.settle();
    return { calls, page };
  }

  test('each says what it means, what it is, what the product has, and who changed it why', async () => {
    const { page } = await opened();
    expect(page.text()).toMatch(
      /没回话就结单[\s\S]*10 天[\s\S]*产品原来定的：7 天[\s\S]*秦书记改的，原来 7 天：居民说太短/,
    );
    expect(page.text()).toContain('0、4、8 小时');
    page.call('choosePart', { value: 'access' });
    expect(page.text()).toMatch(/再认一次[\s\S]*没有[\s\S]*产品原来定的：.*书记/);
    const { page: other } = await opened({ mine: false });
    expect(other.text()).not.toMatch(/[^\S\n]*^改$/m);
  });

  test('what is beyond the light burden stands together, with who decided it and why', async () => {
    const { page } = await opened();
    page.call('choosePart', { value: 'beyond' });
    expect(page.text()).toMatch(
      /都从轻负担开始[\s\S]*没回话就结单[\s\S]*10 天[\s\S]*秦书记改的，原来 7 天：居民说太短/,
    );
    expect(page.text()).not.toContain('点单后多久要派人');
    const light = policy.settings
      .filter(({ setting }) => setting !== 'activity.attendance')
      .map((view) => ({ ...view, value: view.standard }));
    const { page: other } = await opened({ settings: light });
    other.call('choosePart', { value: 'beyond' });
    expect(other.text()).toContain('没有自己加的');
  });

  test('one is changed with a reason; what is no number is said before it is sent', async () => {
    const { calls, page } = await opened();
    page.call('edit', {}, { setting: 'order.silenceDays' });
    page.call('write', { value: '十天' });
    page.call('save');
    expect(page.text()).toContain('这个数不行');
    page.call('write', { value: '12' });
    page.call('save');
    expect(page.text()).toContain('为什么改，写一句。');
    page.call('writeReason', { value: ' 居民忙 ' });
    page.call('save');
    await page.settle();
    expect(inputOf(calls, 'policy.change')).toMatchObject({ policy: { order: { silenceDays: 12 } }, reason: '居民忙' });
    expect(toasts).toEqual(['改好了，往后照新的办']);
  });

  test('several numbers and a choice, too', async () => {
    const { calls, page } = await opened();
    page.call('edit', {}, { setting: 'order.escalateAfterHours' });
    page.call('write', { value: '0，2、 6' });
    page.call('writeReason', { value: '早点找' });
    page.call('save');
    await page.settle();
    expect(inputOf(calls, 'policy.change')).toMatchObject({ policy: { order: { escalateAfterHours: [0, 2, 6] } } });
    const { calls: more, page: again } = await opened();
    again.call('choosePart', { value: 'access' });
    again.call('edit', {}, { setting: 'place.levels' });
    again.call('choose', { values: ['gridWorker', 'laneChief'] });
    again.call('writeReason', { value: '都要跑腿' });
    again.call('save');
    await again.settle();
    expect(inputOf(more, 'policy.change')).toMatchObject({
      policy: { place: { levels: ['gridWorker', 'laneChief'] } },
    });
  });
});

describe('the standards of attendance', () => {
  const file = 'packages/desk/policy/policy';
  async function opened(answer: object = {}) {
    const calls = cloudOf({ 'policy.get': answered({ ...policy, ...answer }) });
    const page = mountPage(file, {}, secretary);
    await page.settle();
    page.call('choosePart', { value: 'points' });
    return { calls, page };
  }
  const write = (page: ReturnType<typeof mountPage>, field: string, value: string) =>
    page.call('writePoints', { value }, { field });

  test('S3-06 say what each class gets, what the product has, and what was changed why', async () => {
    const { page } = await opened();
    expect(page.text()).toMatch(/班子成员到会 3、没到 −4、组织 6、指导 6[\s\S]*青年党员到会 4、没到 −2/);
    expect(page.text()).toContain('产品原来定的：青年党员到会 3、没到 −2、组织 6、指导 3');
    expect(page.text()).toContain('秦书记改的，原来 青年党员到会 3、没到 −2、组织 6、指导 3：年轻人多来');
  });

  test('are changed class by class, all in one go', async () => {
    const { calls, page } = await opened();
    page.call('edit', {}, { setting: 'activity.attendance' });
    expect(page.text()).toMatch(/没到扣分/);
    write(page, 'absent', '五');
    page.call('writeReason', { value: '定严一点' });
    page.call('save');
    expect(page.text()).toContain('这个数不行');
    write(page, 'absent', '5');
    page.call('chooseClass', { value: 'special' });
    expect(page.text()).not.toContain('没到扣分');
    write(page, 'present', '2');
    page.call('save');
    await page.settle();
    const [committee, young, senior, special] = standards;
    expect(inputOf(calls, 'policy.change')).toMatchObject({
      policy: {
        activity: {
          attendance: [
            { ...committee, absent: -5 },
            { ...young, present: 4 },
            senior,
            { ...special, present: 2, absent: 0 },
          ],
        },
      },
    });
  });

  test('a branch without such a book begins with the product’s', async () => {
    const { calls, page } = await opened({ settings: [noAttendance], changes: [] });
    expect(page.text()).toMatch(/没有[\s\S]*现在到会不记分；点“改”，从产品原来定的开始/);
    page.call('edit', {}, { setting: 'activity.attendance' });
    page.call('writeReason', { value: '开始记' });
    page.call('save');
    await page.settle();
    expect(inputOf(calls, 'policy.change')).toMatchObject({ policy: { activity: { attendance: standards } } });
  });
});

describe('teams', () => {
  const file = 'packages/branch/teams/teams';

  test('whoever decides on them names captain and members', async () => {
    const ma = { personId: 'ma', name: '马晓雯', phone: '164 **** 0021', placeLabel: '柳巷 7 号院', member: false };
    const found = { people: [{ ...ma, reachable: false }], hasMore: true };
    const calls = cloudOf({ 'team.list': answered(teamList), 'person.find': answered(found) });
    const page = mountPage(file, {}, secretary);
    await page.settle();
    expect(page.text()).toMatch(/水电小分队[\s\S]*队长田广志，2 人/);
    page.call('open', {}, { team: 'team-repair' });
    await page.settle();
    page.call('type', { value: '马' });
    page.call('find');
    await page.settle();
    expect(inputOf(calls, 'person.find')).toEqual({ words: '马' });
    expect(page.text()).toMatch(/164 \*\*\*\* 0021\u00a0· 柳巷 7 号院\u00a0· 没登录过[\s\S]*名字再写全一点/);
    const tap = (method: string, person: string) => page.call(method, {}, { person });
    tap('include', 'ma');
    tap('remove', 'tian');
    page.call('save');
    expect(page.text()).toContain('先点一位当队长。');
    tap('lead', 'ma');
    page.call('save');
    await page.settle();
    expect(inputOf(calls, 'team.change')).toMatchObject({
      teamId: 'team-repair',
      version: 3,
      skill: 'repair',
      captainId: 'ma',
      memberIds: ['sun', 'ma'],
    });
    expect(toasts).toEqual(['改好了，帽子几分钟里就换']);
  });

  test('a resident sees who leads which, and no names of members', async () => {
    cloudOf({ 'team.list': answered({ teams: teamList.teams, mine: false }) });
    const page = mountPage(file, {}, sessionOf(hats.resident));
    await page.settle();
    expect(page.text()).not.toContain('添一支队');
    page.call('open', {}, { team: 'team-repair' });
    await page.settle();
    expect(page.text()).toContain('队员的名字，队里的人看得到');
  });
});
