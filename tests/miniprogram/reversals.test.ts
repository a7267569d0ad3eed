/** Entries that wait: for an answer to an objection, for a second signature. */
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { freshPhone, inputOf, toasts, visited } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

describe('lines that wait', () => {
  const file = 'packages/passbook/reversals/reversals';
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
    expect(toasts).toEqual(['冲正好了']);
    expect(page.text()).not.toContain('签字，冲正');
    expect(page.changes.length - before).toBe(2);
  });

  test('who does not sign says why', async () => {
    const { calls, page, step } = await waitingPage();
    await step('refuse', 'reversal-1');
    page.call('submitReason', { reason: '', words: '请假条是后补的' });
    await page.settle();
    expect(inputOf(calls, 'passbook.signReversal')).toMatchObject({
      reversalId: 'reversal-1',
      agree: false,
      reason: '请假条是后补的',
    });
    expect(toasts).toEqual(['没冲，这一笔照旧']);
  });

  test('an objection is answered with a reason, or taken on for a second person', async () => {
    const { calls, page, step } = await waitingPage();
    await step('propose', 'reversal-3');
    page.call('submitReason', { reason: '', words: '请假条找到了' });
    await page.settle();
    expect(inputOf(calls, 'passbook.proposeReversal')).toMatchObject({ entryId: 'entry-40', reason: '请假条找到了' });
    await step('uphold', 'reversal-3');
    page.call('submitReason', { reason: '', words: '没有请假条' });
    await page.settle();
    expect(inputOf(calls, 'passbook.uphold')).toMatchObject({ entryId: 'entry-40', reason: '没有请假条' });
    expect(toasts).toEqual(['提上去了，等另一个人签字', '回过话了，这一笔照旧']);
    expect(page.text()).not.toContain('支部大会，缺席');
  });

  test('somebody was faster: the sheet says so and keeps what was written', async () => {
    const { page, step } = await waitingPage({ 'passbook.uphold': refused('ALREADY_SETTLED') });
    await step('uphold', 'reversal-3');
    page.call('submitReason', { reason: '', words: '没有请假条' });
    await page.settle();
    expect([page.text().includes('刚有人定下了，回去看看怎么定的'), toasts]).toEqual([true, []]);
  });

  test('a line leads to its book', async () => {
    const { step } = await waitingPage();
    await step('open', 'reversal-3');
    expect(visited).toEqual(['/packages/passbook/book/book?personId=li&unit=organization']);
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
  expect(visited).toEqual(['/packages/passbook/reversals/reversals', '/pages/passbook/passbook']);
});
