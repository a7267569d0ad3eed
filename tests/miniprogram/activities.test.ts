/** Planning activities, calling the roll, closing the account. */
import { answered, cloudOf, mountPage } from '../support/simulate';
import { openActivity } from './samples/activities';
import { freshPhone, inputOf, visited } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

test('S3-04 closing says what it will do before it does it', async () => {
  const calls = cloudOf();
  const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
  await page.settle();
  page.call('mark', undefined, { person: 'ma', state: 'present' });
  page.call('submitMarks');
  await page.settle();
  expect(inputOf(calls, 'activity.mark')).toMatchObject({
    activityId: 'party-day',
    marks: [{ personId: 'ma', was: 'expected', state: 'present' }],
  });
  page.call('askToClose');
  await page.settle();
  expect(page.text()).toContain('1 人到会加分，1 人请假不动，没点到的 1 位按缺席记。');
  expect(inputOf(calls, 'activity.close')).toBeUndefined();
  page.call('close');
  await page.settle();
  expect(inputOf(calls, 'activity.close')).toMatchObject({ activityId: 'party-day', version: 4 });
});

test('S3-04 a closed roll waits for a second person: one signs it, the other reads whose word is missing', async () => {
  const signing = {
    ...openActivity,
    state: 'signing',
    mayMark: false,
    mayClose: false,
    closedByName: '任书记',
  } as const;
  const calls = cloudOf({
    'activity.get': answered({ ...signing, enteredLate: true, maySign: true, mayReturn: true }),
  });
  const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
  await page.settle();
  expect(page.text()).toContain('任书记点完了。这一场是开始以后才补登的。核对一遍，签了字就记账');
  page.call('sign');
  await page.settle();
  expect(inputOf(calls, 'activity.sign')).toMatchObject({ activityId: 'party-day', version: 4, agree: true });
  const other = cloudOf({ 'activity.get': answered({ ...signing, mayReturn: true }) });
  const own = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
  await own.settle();
  expect(own.text()).toContain('等支部里另一个人签字，签了才记账。');
  expect(own.text()).not.toContain('签字记账');
  own.call('askToReturn');
  own.call('saidInSheet', { words: '马晓雯没来' });
  await own.settle();
  expect(inputOf(other, 'activity.sign')).toMatchObject({ agree: false, reason: '马晓雯没来' });
  const returned = { byName: '侯月华', reason: '马晓雯没来' };
  cloudOf({ 'activity.get': answered({ ...openActivity, returned }) });
  const back = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
  await back.settle();
  expect(back.text()).toContain('侯月华退回来了：马晓雯没来');
});

test('S3-04 before it starts nothing can be closed, and the page says from when', async () => {
  cloudOf({ 'activity.get': answered({ ...openActivity, mayClose: false }) });
  const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
  await page.settle();
  expect(page.text()).toContain('11 月 28 日 星期六 9:00 开始，开始以后才能点完');
  expect(page.text()).not.toMatch(/点完了|都到了/);
});

test('a roll call counts while it is made, and marks the rest in one touch', async () => {
  const calls = cloudOf();
  const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
  await page.settle();
  expect(page.text()).toMatch(/马晓雯\s*还没点/);
  const before = page.changes.length;
  page.call('mark', undefined, { person: 'ma', state: 'absent' });
  await page.settle();
  expect(page.text()).toContain('已到 1 人');
  expect(page.text()).not.toContain('还没点');
  page.call('mark', undefined, { person: 'ma', state: 'expected' });
  page.call('markAll');
  await page.settle();
  expect(page.text()).toContain('已到 2 人');
  expect(page.changes).toHaveLength(before + 3);
  page.call('submitMarks');
  await page.settle();
  expect(inputOf(calls, 'activity.mark')?.['marks']).toEqual([{ personId: 'ma', was: 'expected', state: 'present' }]);
});

const rollOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    personId: `p${index}`,
    name: `党员${index}`,
    state: 'expected' as const,
  }));

test('a roll of 43 with two exceptions takes six taps at most', async () => {
  const people = rollOf(43);
  const view = { ...openActivity, expected: 43, people };
  const calls = cloudOf({
    'activity.get': answered(view),
    'activity.mark': answered({ ...view, people: people.map((one) => ({ ...one, state: 'present' as const })) }),
  });
  const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
  await page.settle();
  let taps = 0;
  const tap = async (handler: string, dataset = {}) => {
    taps += 1;
    page.call(handler, undefined, dataset);
    await page.settle();
  };
  expect(page.text()).toContain('没点的 43 位都到了');
  await tap('mark', { person: 'p3', state: 'absent' });
  await tap('markAll');
  await tap('laterBatch');
  await tap('mark', { person: 'p41', state: 'excused' });
  page.call('submitMarks');
  await page.settle();
  expect(page.text()).toContain('写一句党员41为什么请假');
  expect(inputOf(calls, 'activity.mark')).toBeUndefined();
  page.call('writeReason', { value: ' 在医院陪床 ' }, { person: 'p41' });
  expect(page.text()).toMatch(/点完了\s*记下点到/);
  await tap('askToClose');
  expect(page.text()).toContain('41 人到会加分，1 人请假不动，1 人没来按规矩扣分');
  await tap('close');
  expect(taps).toBeLessThanOrEqual(6);
  const marks = inputOf(calls, 'activity.mark')?.['marks'] as { personId: string; state: string }[];
  expect(marks.filter(({ state }) => state !== 'present')).toEqual([
    { personId: 'p3', was: 'expected', state: 'absent' },
    { personId: 'p41', was: 'expected', state: 'excused', reason: '在医院陪床' },
  ]);
  expect(marks).toHaveLength(43);
  expect(inputOf(calls, 'activity.close')).toMatchObject({ activityId: 'party-day', version: 4 });
});

test('what was marked stays on the phone until it is submitted, and what somebody else marked is said', async () => {
  const open = async () => {
    const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
    await page.settle();
    return page;
  };
  cloudOf();
  const left = await open();
  left.call('mark', undefined, { person: 'ma', state: 'absent' });
  await left.settle();
  const kept = { ...openActivity, kept: ['ma'] };
  const calls = cloudOf({ 'activity.mark': answered(kept) });
  const again = await open();
  expect(again.text()).toContain('记下点到');
  again.call('submitMarks');
  await again.settle();
  expect(inputOf(calls, 'activity.mark')?.['marks']).toEqual([{ personId: 'ma', was: 'expected', state: 'absent' }]);
  expect(again.text()).toContain('马晓雯刚被别人点过了，按那边的留着');
  cloudOf();
  expect((await open()).text()).not.toContain('记下点到');
});

test('who is closed out reads whose marks did not get there, and has them when it comes back', async () => {
  const openRoll = async () => {
    const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
    await page.settle();
    return page;
  };
  cloudOf();
  const page = await openRoll();
  page.call('mark', undefined, { person: 'ma', state: 'present' });
  await page.settle();
  const people = openActivity.people.map((one) => ({ ...one, state: 'absent' as const }));
  const closed = { ...openActivity, state: 'signing' as const, closedByName: '冯秀珍', people };
  cloudOf({
    'activity.mark': { ok: false, code: 'ACTIVITY_CLOSED', requestId: 'r' },
    'activity.get': answered({ ...closed, mayMark: false, mayClose: false }),
  });
  page.call('submitMarks');
  await page.settle();
  expect(page.text()).toContain('别人先点完了，您点的马晓雯没交上，还留在这部手机里');
  cloudOf();
  const back = await openRoll();
  expect(back.text()).toContain('记下点到');
  const other = { ...openActivity, people: openActivity.people.map((one) => ({ ...one, state: 'excused' as const })) };
  cloudOf({ 'activity.get': answered(other) });
  expect((await openRoll()).text()).toContain('马晓雯刚被别人点过了，按那边的留着');
  cloudOf({ 'activity.get': answered({ ...closed, state: 'closed', mayMark: false, mayClose: false }) });
  expect((await openRoll()).text()).toContain('名单签过字了，您点的马晓雯没交上');
  cloudOf();
  expect((await openRoll()).text()).not.toContain('记下点到');
});

test('a large branch is called in batches, forth and back', async () => {
  const people = rollOf(85);
  cloudOf({ 'activity.get': answered({ ...openActivity, expected: 85, people }) });
  const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
  await page.settle();
  const buttons = () => (page.text().match(/[上下]一批/g) ?? []).join();
  expect(buttons()).toBe('下一批');
  page.call('laterBatch');
  await page.settle();
  expect(buttons()).toBe('上一批,下一批');
  page.call('laterBatch');
  await page.settle();
  expect(buttons()).toBe('上一批');
  expect(page.text()).toContain('第 3 批，一共 3 批 85 人');
  page.call('earlierBatch');
  await page.settle();
  expect(page.text()).toMatch(/党员40[^0-9]/);
});

test('where the branch keeps no book, the page says that no points move', async () => {
  const view = { ...openActivity, earns: false };
  cloudOf({ 'activity.get': answered(view) });
  const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
  await page.settle();
  page.call('askToClose');
  await page.settle();
  expect(page.text()).toContain('支部没开组织生活账，只留名单，谁的分都不动。');
  expect(page.text()).not.toMatch(/加分|扣分|记账/);
});

test('a planned activity starts at a moment of Shanghai', async () => {
  const calls = cloudOf();
  const page = mountPage('packages/branch/activities/activities', {}, sessionOf(hats.secretary));
  await page.settle();
  expect(page.text()).toContain('排一次活动');
  page.call('create', {
    title: '主题党日',
    kind: 'party-day',
    placeName: '党群活动室',
    day: '2026-11-28',
    time: '09:00',
  });
  await page.settle();
  expect(inputOf(calls, 'activity.create')).toMatchObject({
    title: '主题党日',
    kind: 'party-day',
    placeName: '党群活动室',
    startsAt: '2026-11-28T01:00:00.000Z',
  });
  expect(visited).toEqual(['/packages/branch/activity/activity?activityId=party-day']);
});

test('whom a signed meeting gave nothing is proposed for a line, with a cause and a reason', async () => {
  const people = [{ personId: 'ma', name: '马晓雯', state: 'excused' as const, mayCorrect: true as const }];
  const closed = { ...openActivity, state: 'closed', mayMark: false, mayClose: false, people } as const;
  const calls = cloudOf({ 'activity.get': answered(closed) });
  const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
  await page.settle();
  expect(page.text()).toContain('补记');
  page.call('askMissing', undefined, { person: 'ma', name: '马晓雯' });
  await page.settle();
  page.call('saidInSheet', { words: '来了，漏点了', reason: 'attended' });
  await page.settle();
  expect(inputOf(calls, 'passbook.proposeReversal')).toMatchObject({
    ...{ entryId: 'activity:party-day:ma', reason: '来了，漏点了', right: 'attended' },
  });
});
