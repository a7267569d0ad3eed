/** Books: read, checked, contested, put right. */
import { answered, cloudOf, mountPage, type Called } from '../support/simulate';
import { bookSample } from './samples/passbook';
import { freshPhone, inputOf, phone } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

test('whoever answers for a book does so in it, and the entry says so', async () => {
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
    'packages/passbook/book/book',
    { personId: 'li', unit: 'organization' },
    sessionOf(hats.secretary),
  );
  await page.settle();
  expect(page.text()).toContain('本人提了异议：那天我请了假');
  expect(page.text()).not.toContain('我有异议');
  page.call('uphold', { entryId: 'entry-40' });
  page.call('submitReason', { reason: '', words: '没有请假条' });
  await page.settle();
  expect(inputOf(calls, 'passbook.uphold')).toMatchObject({ entryId: 'entry-40', reason: '没有请假条' });
  expect(page.text()).toContain('本人的异议看过，照旧：没有请假条（王书记）');
  page.call('propose', { entryId: 'entry-41' });
  expect(page.text()).toContain('改记缺席');
  expect(page.text()).not.toContain('改记到会');
  page.call('submitReason', { reason: 'absent', words: '重复记分' });
  await page.settle();
  expect(inputOf(calls, 'passbook.proposeReversal')).toMatchObject({ entryId: 'entry-41', right: 'absent' });
  expect(page.text()).toContain('有人提请冲正，等第二个人签字');
});

test('who keeps the books asks in a book that its owner is erased, and another decides', async () => {
  const calls = cloudOf({ 'passbook.get': answered({ ...bookSample, mine: false, mayRequestErasure: true }) });
  const query = { personId: 'li', unit: 'organization' };
  const page = mountPage('packages/passbook/book/book', query, sessionOf(hats.secretary));
  await page.settle();
  expect(page.text()).toContain('替本人提：抹掉名字和话');
  page.call('askErasure');
  page.call('submitReason', { reason: '', words: '搬走了，家属来说的' });
  await page.settle();
  expect(inputOf(calls, 'person.requestErasure')).toMatchObject({ personId: 'li', reason: '搬走了，家属来说的' });
  expect(page.text()).not.toContain('替本人提：抹掉名字和话');

  const change = { changeId: 'q1', kind: 'erasure', state: 'open', at: '2026-11-23T02:00:00.000Z', hats: [] } as const;
  const waits = { ...change, name: '李建国', phone: '164 **** 0001', why: '搬走了', askedBy: '王书记' };
  for (const [view, answers] of [
    [waits, true],
    [{ ...waits, awaitsAnother: true }, false],
  ] as const) {
    cloudOf({ 'person.listChanges': answered({ changes: [view] }) });
    const list = mountPage('packages/desk/changes/changes', {}, sessionOf(hats.secretary));
    await list.settle();
    expect(list.text().includes('给抹掉')).toBe(answers);
    expect(list.text()).toContain(answers ? '王书记替他提的' : '得换一个人来定');
  }
});

test('S3-05 a member looks at what stood in the book on a day, and back at today', async () => {
  const dated = { ...bookSample, mine: true, on: '2026-10-31', balance: 12 };
  const calls = cloudOf({ 'passbook.get': answered(dated) });
  const page = mountPage('pages/passbook/passbook', {}, sessionOf(hats.member));
  await page.settle();
  page.call('chooseDate', { on: '2026-10-31' });
  await page.settle();
  const asked = () => calls.filter(({ name }) => name === 'passbook.get').at(-1)?.input;
  expect(asked()).toMatchObject({ on: '2026-10-31' });
  expect(page.text()).toContain('2026 年 10 月 31 日的余额');
  page.call('chooseDate', { on: '' });
  await page.settle();
  expect(asked()).not.toHaveProperty('on');
});

test('a book is found by how its owner is called', async () => {
  const calls = cloudOf();
  const page = mountPage('packages/passbook/books/books', {}, sessionOf(hats.secretary));
  await page.settle();
  page.call('typeName', { value: ' 李 ' });
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
  page.call('submitReason', { reason: '', words: '那天我请了假' });
  await page.settle();
  expect(inputOf(calls, 'passbook.contest')).toMatchObject({ entryId: 'entry-40', words: '那天我请了假' });
  expect(page.text()).toContain('您提了异议，支部正在看');
});

test('a book that opens is checked behind its lines, part by part, and says how far', async () => {
  const parts = [
    answered({ state: 'partly', entries: 294, next: '294' }),
    answered({ state: 'broken', firstBrokenSequence: 311, why: 'accounts' }),
  ];
  const said: string[] = [];
  const calls = cloudOf();
  const { callFunction } = phone.wx['cloud'] as { callFunction(call: { data: Called }): Promise<unknown> };
  Object.assign(phone.wx['cloud'] as object, {
    callFunction: async (call: { data: Called }) => {
      if (call.data.name !== 'passbook.verify') return callFunction(call);
      calls.push(call.data);
      return { result: parts.shift() };
    },
  });
  const page = mountPage('pages/passbook/passbook', {}, sessionOf(hats.member));
  await page.settle();
  said.push(...page.changes.flatMap((change) => ('checked' in change ? [String(change['checked'])] : [])));
  expect(calls.flatMap(({ name, input }) => (name === 'passbook.verify' ? [input['cursor']] : []))).toEqual([
    undefined,
    '294',
  ]);
  expect(said).toEqual(['正在核对', '核对到第 294 笔', '第 311 笔起对不上：分的来去对不上']);
  expect(page.text()).toContain('校验码 7F3A-92C1 · 第 311 笔起对不上');
});

test('a book that just was checked is not checked again when its page comes back; its owner may', async () => {
  const calls = cloudOf();
  const page = mountPage('pages/passbook/passbook', {}, sessionOf(hats.member));
  await page.settle();
  expect(page.text()).toContain('校验码 7F3A-92C1 · 账目完整');
  const checks = () => calls.filter(({ name }) => name === 'passbook.verify').map(({ input }) => input);
  page.call('onShow');
  await page.settle();
  expect(checks()).toEqual([{ unit: 'organization', personId: 'li' }]);
  page.call('verify');
  await page.settle();
  expect(checks()).toHaveLength(2);
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
  const mounted = mountPage('packages/passbook/verify/verify', { unit: 'service' }, sessionOf(hats.secretary));
  await mounted.settle();
  expect(calls.map((call) => call.input['cursor'])).toEqual([undefined, 'b', 'c']);
  expect(mounted.changes).toHaveLength(2);
  expect(mounted.text()).toContain('43 本都查过，1 本对不上');
  expect(mounted.text()).toContain('马晓雯：第 3 笔起对不上');
});

test('the first broken line is named', async () => {
  cloudOf({ 'passbook.verify': answered({ state: 'broken', firstBrokenSequence: 7, why: 'hash' }) });
  const page = mountPage(
    'packages/passbook/book/book',
    { personId: 'li', unit: 'organization' },
    sessionOf(hats.secretary),
  );
  await page.settle();
  page.call('verify');
  await page.settle();
  expect(page.text()).toContain('第 7 笔起对不上：内容和校验码对不上');
});
