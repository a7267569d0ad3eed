/** Branches: making one, who leads it, what it decides for itself, and who goes from one to another. */
import { enteredPoints, pointForms, withTyped } from '../../miniprogram/packages/party/views/branch-points';
import { pointChangeLine, pointLine } from '../../miniprogram/packages/party/text/branch-points';
import type { HatView } from '../../miniprogram/contracts/hat';
import { answered, cloudOf, mountComponent, mountPage, refused } from '../support/simulate';
import { freshPhone, inputOf, visited } from './samples/phone';
import { replies } from './samples/replies';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

async function open(answers: Parameters<typeof cloudOf>[0] = {}, worn: HatView = hats.secretary) {
  const calls = cloudOf(answers);
  const page = mountPage('packages/party/branches/branches', {}, sessionOf(worn));
  await page.settle();
  return { calls, page };
}
const couriers = 'branch:cqt:couriers';
/** Lets replies arrive and the view follow. */
const waitFor = async (read: () => string): Promise<string> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  return read();
};

test('a transfer is accepted or refused after it was asked once more', async () => {
  const { calls, page } = await open();
  page.call('askTransfer', undefined, { transfer: 't1', name: '侯思远', move: 'refuse' });
  await page.settle();
  expect(page.text()).toContain('组织关系还在原来的支部');
  expect(inputOf(calls, 'branch.decideTransfer')).toBeUndefined();
  page.call('confirm', { reason: '', words: '' });
  await page.settle();
  expect(inputOf(calls, 'branch.decideTransfer')).toMatchObject({ transferId: 't1', agree: false });
  expect(calls.filter(({ name }) => name === 'branch.list')).toHaveLength(2);
  const again = await open({ 'branch.decideTransfer': refused('SECOND_PERSON_NEEDED') });
  again.page.call('askTransfer', undefined, { transfer: 't1', name: '侯思远', move: 'agree' });
  again.page.call('confirm', { reason: '', words: '' });
  await again.page.settle();
  expect(inputOf(again.calls, 'branch.decideTransfer')).toMatchObject({ agree: true });
  expect(again.page.text()).toContain('得换一个人来定');
});

test('who may decide nothing reads that it waits', async () => {
  const list = replies['branch.list'];
  const transfers = list.transfers.map((one) => ({ ...one, mayDecide: false }));
  const { page } = await open({ 'branch.list': answered({ ...list, transfers }) });
  expect(page.text()).toContain('等接收的支部定');
  expect(page.text()).not.toContain('不接收');
});

test('a branch is made with a name and a kind; what was typed stays when it is refused', async () => {
  const { calls, page } = await open({ 'branch.create': refused('BRANCH_KNOWN') });
  page.call('openForm', undefined, { form: 'create' });
  page.call('create');
  await page.settle();
  expect(page.text()).toContain('写上支部的名字');
  expect(inputOf(calls, 'branch.create')).toBeUndefined();
  page.call('writeName', { value: ' 楼宇党支部 ' });
  page.call('chooseKind', { value: 'building' });
  page.call('create');
  await page.settle();
  expect(inputOf(calls, 'branch.create')).toMatchObject({ name: '楼宇党支部', kind: 'building' });
  expect(page.text()).toContain('这个名字的支部已经有了');
  expect(page.instance.data['name']).toBe(' 楼宇党支部 ');
});

test('a post is given to whom one finds, and taken after it was asked once more', async () => {
  const { calls, page } = await open({ 'branch.setPost': refused('OTHER_BRANCH') });
  page.call('openForm', undefined, { form: couriers });
  await page.settle();
  expect(page.text()).toContain('先得是这个支部的党员');
  page.call('givePost', { personId: 'hou', name: '侯思远', hat: 'committee' });
  await page.settle();
  const post = { branchId: couriers, personId: 'hou', hat: 'committee' };
  expect(inputOf(calls, 'branch.setPost')).toMatchObject({ ...post, holds: true });
  expect(page.text()).toContain('这位党员不在这个支部');
  const other = await open();
  other.page.call('askTake', undefined, { branch: couriers, person: 'hou', hat: 'committee', name: '侯思远' });
  other.page.call('confirm', { reason: '', words: '' });
  await other.page.settle();
  expect(inputOf(other.calls, 'branch.setPost')).toMatchObject({ ...post, holds: false });
});

test('the secretary says whether members sign in by code; a committee member reads it', async () => {
  const { calls, page } = await open();
  page.call('setCode', { value: false });
  await page.settle();
  expect(inputOf(calls, 'branch.savePolicy')).toMatchObject({ signInByCode: false });
  const { page: read } = await open({}, { ...hats.secretary, key: 'committee@xinglin', hat: 'committee' });
  expect(read.text()).toContain('用社区定的');
  expect(read.text()).not.toContain('扫码签到');
});

test('the secretary decides on standards of the branch’s own, and what does not hold says why', async () => {
  const { calls, page } = await open({ 'branch.savePolicy': refused('POLICY_INVALID') });
  expect(page.text()).toMatch(/班子成员到会 3、没到 −4、组织 6、指导 6.*定支部自己的标准/);
  page.call('openForm', undefined, { form: 'standards' });
  await page.settle();
  expect(page.text()).toMatch(/支部自己的标准.*都是 0 到 100 的整数.*就按这个记/);
  expect(page.instance.data['standards']).toEqual(replies['branch.list'].branches[0]?.standards);
  const [committee, ...others] = replies['branch.list'].branches[0]?.standards ?? [];
  const standards = [{ ...committee!, present: 5 }, ...others];
  page.call('saveStandards', { standards });
  await page.settle();
  expect(inputOf(calls, 'branch.savePolicy')).toMatchObject({ standards });
  expect(page.text()).toContain('扣的不能比班子成员多');
  expect(page.text()).toContain('就按这个记');
});

test('the secretary decides on points of the branch’s own, and reads what was changed', async () => {
  const { calls, page } = await open();
  expect(page.text()).toMatch(/积分规矩：用社区定的.*记账后几天内能提异议：30 天.*定支部自己的积分规矩.*王建国/);
  page.call('openForm', undefined, { form: 'points' });
  await page.settle();
  expect(page.text()).toMatch(/支部自己的积分规矩.*1 到 366 的整数.*就按这个办/);
  const points = { ...replies['branch.list'].branches[0]!.points!, grantCap: 10 };
  page.call('savePoints', { points });
  await page.settle();
  expect(inputOf(calls, 'branch.savePolicy')).toMatchObject({ points });
});

test('a value that cannot be so is named before anything is sent', () => {
  const { points, pointRanges } = replies['branch.list'].branches[0]!;
  const forms = pointForms(points!, pointRanges!);
  expect(enteredPoints(forms)).toEqual({ points });
  for (const typed of ['', '1.5', '0', '367', '三天'])
    expect(enteredPoints(withTyped(forms, 'contestDays', typed))).toEqual({
      missing: '“记账后几天内能提异议”要填 1 到 366 的整数。',
    });
});

test('members are read page by page when a transfer is to be proposed, and only then', async () => {
  const [first, second] = replies['branch.listMembers'].members;
  if (!first || !second) throw new Error('the sample has two members');
  const { calls, page } = await open({
    'branch.listMembers': ({ cursor }) =>
      answered(cursor === undefined ? { members: [first], next: 'hou' } : { members: [second] }),
    'branch.proposeTransfer': refused('HOLDS_POST'),
  });
  expect(calls.map(({ name }) => name)).toEqual(['branch.list']);
  page.call('openForm', undefined, { form: 'transfer' });
  await page.settle();
  expect(page.text()).toContain('后面的人');
  page.call('readMore');
  await page.settle();
  expect(page.text()).toContain('甄小北');
  expect(page.text()).not.toContain('后面的人');
  const wanted = { personId: 'hou', toBranchId: couriers, reason: '换工作了' };
  page.call('propose', { ...wanted, name: '侯思远' });
  await page.settle();
  expect(inputOf(calls, 'branch.proposeTransfer')).toMatchObject(wanted);
  expect(page.text()).toContain('先免了职务，再转支部');
});

test('nobody is found by a name that nobody has', async () => {
  const { calls, page } = await open({ 'person.find': answered({ people: [], hasMore: false }) });
  page.call('openForm', undefined, { form: couriers });
  page.call('findPeople', { value: '侯' });
  await page.settle();
  expect(inputOf(calls, 'person.find')).toMatchObject({ words: '侯' });
  expect(page.text()).toContain('没找到');
});

test('the form of a transfer names what is missing, and sends who, where to and why', async () => {
  const form = mountComponent('packages/party/components/transfer-form/transfer-form', {
    branches: [{ value: couriers, text: '快递行业党支部' }],
    members: [{ personId: 'hou', name: '侯思远' }],
    hasMore: true,
  });
  const sent: unknown[] = [];
  form.addEventListener('done', ({ detail }) => sent.push(detail));
  const call = (method: string, detail: object = {}, dataset: object = {}) =>
    (form.instance[method] as (event: object) => void).call(form.instance, { detail, currentTarget: { dataset } });
  const says = () => waitFor(() => form.dom.textContent ?? '');
  await expect(says()).resolves.toContain('后面的人');
  call('done');
  await expect(says()).resolves.toContain('选一位党员');
  call('choose', {}, { person: 'hou', name: '侯思远' });
  call('done');
  await expect(says()).resolves.toContain('选转到哪个支部');
  call('chooseBranch', { value: couriers });
  call('done');
  await expect(says()).resolves.toContain('写一句为什么转');
  call('write', { value: ' 换工作了 ' });
  call('done');
  expect(sent).toEqual([{ personId: 'hou', name: '侯思远', toBranchId: couriers, reason: '换工作了' }]);
});

test('a transfer’s message leads there whoever leads a branch, and nobody else', async () => {
  const message = { messageId: 'm', kind: 'transfer-agreed', at: '2026-11-21T02:00:00.000Z', read: true } as const;
  const rowsFor = async (worn: HatView) => {
    cloudOf({ 'message.list': answered({ messages: [message] }) });
    const page = mountPage('packages/resident/messages/messages', {}, sessionOf(worn));
    await page.settle();
    return page;
  };
  const own = await rowsFor(hats.member);
  expect(own.instance.data['lines']).toMatchObject([{ goal: '' }]);
  const led = await rowsFor(hats.secretary);
  expect(led.instance.data['lines']).toMatchObject([{ goal: 'branches' }]);
  led.call('open', { goal: 'branches', orderId: '' });
  expect(visited).toContain('/packages/party/branches/branches');
});

test('who is a member, and of which class, is said with a reason, beside who changed it last', async () => {
  const { calls, page } = await open();
  page.call('openForm', undefined, { form: 'member' });
  await page.settle();
  expect(await waitFor(() => page.text())).toMatch(
    /谁是本支部的党员，哪一类.*侯思远.*秦月华改的.*组织关系转来了.*甄小北/,
  );
  page.call('setMember', { personId: 'zhen', name: '甄小北', memberClass: null, reason: '转走了' });
  await page.settle();
  expect(inputOf(calls, 'branch.setMember')).toMatchObject({ personId: 'zhen', memberClass: null, reason: '转走了' });
});

test('a number that stands for no limit is read in words', () => {
  expect(pointLine('contestDays', 15)).toBe('记账后几天内能提异议：15 天');
  expect(pointLine('serviceMonths', 0)).toBe('服务分过几个月到期：不到期');
  expect(pointLine('serviceCarryOver', 99_999)).toBe('服务分年底最多留几分：都留着');
  expect(pointLine('serviceCarryOver', 20)).toBe('服务分年底最多留几分：20 分');
  const change = {
    setting: 'serviceCarryOver',
    from: 99_999,
    to: 20,
    at: '2026-11-23T01:12:00.000Z',
    name: '王建国',
  } as const;
  expect(pointChangeLine(change)).toBe('11 月 23 日 9:12 王建国：服务分年底最多留几分，都留着 → 20');
});
