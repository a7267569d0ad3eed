/** S4-03: what somebody said of living alone, as it is written down and as they read it. */
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { freshPhone, inputOf, phone, toasts } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';
import { householdSample, visitReplies } from './samples/visits';

beforeEach(freshPhone);

/** What is asked before, and answered so. */
function answering(confirm: boolean): { title: string; content: string }[] {
  const questions: { title: string; content: string }[] = [];
  phone.wx['showModal'] = async (question: (typeof questions)[number]) => {
    questions.push(question);
    return { confirm };
  };
  return questions;
}

describe('a household’s page', () => {
  async function opened(answers: Parameters<typeof cloudOf>[0] = {}) {
    const calls = cloudOf(answers);
    const page = mountPage('packages/household/household/household', { placeId: 'h1' }, sessionOf(hats.gridWorker));
    await page.settle();
    return { calls, page };
  }

  test('asks whether it is their own word, writes it down, and shows who heard it', async () => {
    const questions = answering(true);
    const [wang, cao] = householdSample.residents;
    const heard = { ...cao!, alone: true, heard: { byName: '赵慧敏', at: '2026-11-21T02:00:00.000Z' } };
    const { calls, page } = await opened({
      'visit.recordAlone': answered({ ...householdSample, residents: [wang!, heard] }),
    });
    page.call('recordAlone', undefined, { id: 'cao' });
    await page.settle();
    expect(questions).toMatchObject([{ title: '曹嘉琪说自己一个人住？' }]);
    expect(inputOf(calls, 'visit.recordAlone')).toMatchObject({ placeId: 'h1', personId: 'cao', alone: true });
    expect(page.text()).toContain('11 月 21 日 10:00 赵慧敏听他说的');
    expect(toasts).toEqual(['记下了，是您听到的']);
  });

  test('takes it back in the same way; a refusal says why', async () => {
    const questions = answering(true);
    const { calls, page } = await opened({ 'visit.recordAlone': refused('NOT_FOUND') });
    page.call('recordAlone', undefined, { id: 'wang' });
    await page.settle();
    expect(questions).toMatchObject([{ title: '王桂兰说不用记独居了？' }]);
    expect(inputOf(calls, 'visit.recordAlone')).toMatchObject({ personId: 'wang', alone: false });
    expect(toasts[0]).toContain('没找到');
  });

  test('sends nothing where it was no word of theirs, and offers nothing to who may not', async () => {
    answering(false);
    const { calls, page } = await opened();
    page.call('recordAlone', undefined, { id: 'cao' });
    await page.settle();
    expect(calls.filter(({ name }) => name === 'visit.recordAlone')).toEqual([]);
    const reply = { ...visitReplies['visit.getHousehold'], mayRecordAlone: false };
    const other = await opened({ 'visit.getHousehold': answered(reply) });
    expect(other.page.text()).not.toContain('他说一个人住');
  });
});

test('the person reads who wrote it down, and takes it back with their own hand', async () => {
  const session = {
    ...sessionOf(hats.resident),
    ...{ alone: true, aloneHeard: { byName: '赵慧敏', at: '2026-11-21T02:00:00.000Z' } },
  };
  const calls = cloudOf({ 'person.setAlone': answered({ ...sessionOf(hats.resident), alone: false }) });
  const page = mountPage('packages/resident/identity/identity', {}, session);
  await page.settle();
  expect(page.text()).toContain('11 月 21 日 10:00 赵慧敏听您说的，替您记下了');
  page.call('switchAlone', { value: false });
  await page.settle();
  expect(inputOf(calls, 'person.setAlone')).toMatchObject({ alone: false });
  expect(page.text()).not.toContain('替您记下了');
});
