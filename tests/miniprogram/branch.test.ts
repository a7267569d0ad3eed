/** What the branch does on its pages, and what its members do with their books. */
import { answered, cloudOf, mountPage, refused, type Called } from '../support/simulate';
import { freshPhone, inputOf, phone, said, went } from './samples/phone';
import { bookSample, hats, openActivity, sessionOf } from './samples/replies';

beforeEach(freshPhone);

describe('branch', () => {
  test('S3-04 closing says what it will do before it does it', async () => {
    const calls = cloudOf();
    const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
    await page.settle();
    page.call('mark', undefined, { person: 'ma', state: 'present' });
    page.call('handIn');
    await page.settle();
    expect(inputOf(calls, 'activity.mark')).toMatchObject({
      activityId: 'party-day',
      version: 4,
      marks: [
        { personId: 'li', state: 'present' },
        { personId: 'sun', state: 'excused' },
        { personId: 'ma', state: 'present' },
      ],
    });
    page.call('askToClose');
    await page.settle();
    expect(page.text()).toContain('1 人到会加分，1 人请假不动，没点到的 1 位按缺席记。');
    expect(inputOf(calls, 'activity.close')).toBeUndefined();
    page.call('close');
    await page.settle();
    expect(inputOf(calls, 'activity.close')).toMatchObject({ activityId: 'party-day', version: 4 });
  });

  test('S3-04 before it starts nothing can be closed, and the page says from when', async () => {
    cloudOf({ 'activity.get': answered({ ...openActivity, mayClose: false }) });
    const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
    await page.settle();
    expect(page.text()).toContain('11 月 28 日 周六 9:00 开始，开始以后才能记账');
    expect(page.text()).not.toMatch(/点完了，记账|都到了/);
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
    page.call('handIn');
    await page.settle();
    expect(inputOf(calls, 'activity.mark')?.['marks']).toEqual([
      { personId: 'li', state: 'present' },
      { personId: 'sun', state: 'excused' },
      { personId: 'ma', state: 'present' },
    ]);
  });

  test('a large branch is called in batches, forth and back', async () => {
    const people = Array.from({ length: 85 }, (_, index) => ({
      personId: `p${index}`,
      name: `党员${index}`,
      state: 'expected' as const,
    }));
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
    expect(went).toEqual(['/packages/branch/activity/activity?activityId=party-day']);
  });

  describe('lines that wait', () => {
    const file = 'packages/branch/reversals/reversals';
    const waitingPage = async (answers: Parameters<typeof cloudOf>[0] = {}) => {
      const calls = cloudOf(answers);
      const page = mountPage(file, {}, sessionOf(hats.secretary));
      await page.settle();
      const step = async (name: string, reversalId: string) => {
        page.call('step', { step: name, reversalId });
        await page.settle();
      };
      return { calls, page, step };
    };

    test('signing asks once more, says what it does, and that it is done', async () => {
      const { calls, page, step } = await waitingPage();
      await step('ask', 'reversal-1');
      expect(page.text()).toContain('签了字，李建国的存折就再记一笔 −3 分，不能收回。');
      await step('later', 'reversal-1');
      expect(page.text()).not.toContain('签了字');
      expect(inputOf(calls, 'passbook.signReversal')).toBeUndefined();
      await step('ask', 'reversal-1');
      const before = page.changes.length;
      await step('sign', 'reversal-1');
      expect(inputOf(calls, 'passbook.signReversal')).toMatchObject({ reversalId: 'reversal-1', agree: true });
      expect(said).toEqual(['冲正好了']);
      expect(page.text()).not.toContain('签字，冲正');
      expect(page.changes.length - before).toBe(2);
    });

    test('who does not sign says why', async () => {
      const { calls, page, step } = await waitingPage();
      await step('refuse', 'reversal-1');
      page.call('decided', { reason: '', words: '请假条是后补的' });
      await page.settle();
      expect(inputOf(calls, 'passbook.signReversal')).toMatchObject({
        reversalId: 'reversal-1',
        agree: false,
        reason: '请假条是后补的',
      });
      expect(said).toEqual(['没冲，这一笔照旧']);
    });

    test('an objection is answered with a reason, or taken on for a second person', async () => {
      const { calls, page, step } = await waitingPage();
      await step('propose', 'reversal-3');
      page.call('decided', { reason: '', words: '请假条找到了' });
      await page.settle();
      expect(inputOf(calls, 'passbook.proposeReversal')).toMatchObject({ entryId: 'entry-40', reason: '请假条找到了' });
      await step('keep', 'reversal-3');
      page.call('decided', { reason: '', words: '没有请假条' });
      await page.settle();
      expect(inputOf(calls, 'passbook.uphold')).toMatchObject({ entryId: 'entry-40', reason: '没有请假条' });
      expect(said).toEqual(['提上去了，等另一个人签字', '回过话了，这一笔照旧']);
      expect(page.text()).not.toContain('支部大会，缺席');
    });

    test('somebody was faster: the sheet says so and keeps what was written', async () => {
      const { page, step } = await waitingPage({ 'passbook.uphold': refused('ALREADY_SETTLED') });
      await step('keep', 'reversal-3');
      page.call('decided', { reason: '', words: '没有请假条' });
      await page.settle();
      expect([page.text().includes('这一笔刚有人定下了'), said]).toEqual([true, []]);
    });

    test('a line leads to its book', async () => {
      const { step } = await waitingPage();
      await step('open', 'reversal-3');
      expect(went).toEqual(['/packages/branch/book/book?personId=li&unit=organization']);
    });
  });

  test('news of a line leads to where it waits, or to the book that it stands in', async () => {
    const message = (kind: 'to-sign' | 'upheld' | 'ruling') => ({
      messageId: kind,
      kind,
      at: '2026-11-20T12:30:00.000Z',
      read: true,
      title: '上党课',
    });
    cloudOf({ 'message.list': answered({ messages: [message('to-sign'), message('upheld'), message('ruling')] }) });
    const page = mountPage('packages/resident/messages/messages', {}, sessionOf(hats.secretary));
    await page.settle();
    for (const { goal, orderId } of page.instance.data['lines'] as { goal: string; orderId: string }[])
      if (goal !== '') page.call('open', { goal, orderId });
    expect(went).toEqual(['/packages/branch/reversals/reversals', '/pages/passbook/passbook']);
  });

  test('whoever keeps a book answers in it, and the line says so', async () => {
    const contested = {
      ...bookSample.entries[1]!,
      contest: { state: 'open' as const, words: '那天我请了假' },
      mayContest: false,
      mayUphold: true,
    };
    const calls = cloudOf({
      'passbook.get': answered({ ...bookSample, mine: false, entries: [contested, bookSample.entries[0]!] }),
    });
    const page = mountPage(
      'packages/branch/book/book',
      { personId: 'li', unit: 'organization' },
      sessionOf(hats.secretary),
    );
    await page.settle();
    expect(page.text()).toContain('本人提了异议：那天我请了假');
    expect(page.text()).not.toContain('我有异议');
    page.call('keep', { entryId: 'entry-40' });
    page.call('decided', { reason: '', words: '没有请假条' });
    await page.settle();
    expect(inputOf(calls, 'passbook.uphold')).toMatchObject({ entryId: 'entry-40', reason: '没有请假条' });
    expect(page.text()).toContain('本人的异议看过，照旧：没有请假条（王书记）');
    page.call('propose', { entryId: 'entry-41' });
    page.call('decided', { reason: '', words: '重复记分' });
    await page.settle();
    expect(page.text()).toContain('有人提请冲正，等第二个人签字');
  });

  test('a book is found by how its owner is called', async () => {
    const calls = cloudOf();
    const page = mountPage('packages/branch/books/books', {}, sessionOf(hats.secretary));
    await page.settle();
    page.call('write', { value: ' 李 ' });
    page.call('find');
    await page.settle();
    expect(page.text()).toContain('看全部的人');
    page.call('findAll');
    await page.settle();
    expect(calls.map(({ input }) => input)).toEqual([
      { unit: 'organization' },
      { unit: 'organization', name: '李' },
      { unit: 'organization' },
    ]);
    expect(page.text()).not.toContain('看全部的人');
  });

  test('a line is contested from the passbook itself', async () => {
    const calls = cloudOf();
    const page = mountPage('pages/passbook/passbook', {}, sessionOf(hats.member));
    await page.settle();
    page.call('contest', { entryId: 'entry-40' });
    page.call('decided', { reason: '', words: '那天我请了假' });
    await page.settle();
    expect(inputOf(calls, 'passbook.contest')).toMatchObject({ entryId: 'entry-40', words: '那天我请了假' });
    expect(page.text()).toContain('您提了异议，支部正在看');
  });

  test('the owner checks the book, and reads that it adds up', async () => {
    const calls = cloudOf();
    const page = mountPage('pages/passbook/passbook', {}, sessionOf(hats.member));
    await page.settle();
    page.call('verify');
    await page.settle();
    expect(inputOf(calls, 'passbook.verify')).toEqual({ unit: 'organization', personId: 'li' });
    expect(page.text()).toContain('校验码 7F3A-92C1 · 账目完整');
  });

  test('a long check says that it began, and what it found', async () => {
    let page = 0;
    const calls = cloudOf();
    const answers = [
      { books: 20, broken: [], next: 'b' },
      { books: 20, broken: [{ personId: 'ma', name: '马晓雯', firstBrokenSequence: 3 }], next: 'c' },
      { books: 3, broken: [] },
    ];
    Object.assign(phone.wx['cloud'] as object, {
      callFunction: async ({ data }: { data: Called }) => {
        calls.push(data);
        return { result: answered(answers[page++]) };
      },
    });
    const mounted = mountPage('packages/branch/verify/verify', { unit: 'service' }, sessionOf(hats.secretary));
    await mounted.settle();
    expect(calls.map((call) => call.input['cursor'])).toEqual([undefined, 'b', 'c']);
    expect(mounted.changes).toHaveLength(2);
    expect(mounted.text()).toContain('43 本都查过，1 本对不上');
    expect(mounted.text()).toContain('马晓雯：第 3 笔起对不上');
  });

  test('the first broken line is named', async () => {
    cloudOf({ 'passbook.verify': answered({ state: 'broken', firstBrokenSequence: 7, why: 'hash' }) });
    const page = mountPage(
      'packages/branch/book/book',
      { personId: 'li', unit: 'organization' },
      sessionOf(hats.secretary),
    );
    await page.settle();
    page.call('verify');
    await page.settle();
    expect(page.text()).toContain('第 7 笔起对不上：内容和校验码对不上');
  });
});
