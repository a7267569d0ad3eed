/** Several people of a list at once: enrolled or refused together, or registered in one place. */
import type { EnrolmentView } from '../../miniprogram/contracts/enrolment';
import { answered, cloudOf, mountPage, refused, type Answers } from '../support/simulate';
import { enrolmentSample } from './samples/enrolment';
import { freshPhone, phone, toasts } from './samples/phone';
import { replies } from './samples/replies';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

const openPage = async (file: string, query: Record<string, string>, answers: Answers) => {
  const calls = cloudOf(answers);
  const page = mountPage(file, query, sessionOf(hats.secretary));
  await page.settle();
  const sent = (name: string) => calls.filter((one) => one.name === name).map(({ input }) => input);
  return { page, sent };
};

describe('members who wait to be enrolled', () => {
  const asked = ['zhang', 'ren', 'secretary'].map((personId) => ({
    ...enrolmentSample,
    ...{ personId, name: `${personId}同志`, state: 'asked' as const, welcomed: 0 },
  }));
  const open = (answers: Answers, enrolments: readonly EnrolmentView[] = asked) =>
    openPage('packages/enrolment/members/members', {}, { 'enrolment.list': answered({ enrolments }), ...answers });

  test('are enrolled together; one whom somebody else has to decide on is named and stays chosen', async () => {
    const { page, sent } = await open({
      'enrolment.decide': ({ personId }) =>
        personId === 'secretary' ? refused('SECOND_PERSON_NEEDED') : answered(enrolmentSample),
    });
    page.call('startSelection');
    page.call('selectAll');
    await page.settle();
    expect(page.text()).toContain('选了 3 项');
    page.call('sendTogether', { value: 'agree' });
    await page.settle();
    expect(sent('enrolment.decide')).toMatchObject([
      { personId: 'zhang', agree: true },
      { personId: 'ren', agree: true },
      { personId: 'secretary', agree: true },
    ]);
    expect(toasts).toEqual(['收下了 2 位']);
    expect(page.text()).toMatch(/选了 1 项[\s\S]*secretary同志：自己的事/);
  });

  test('are refused together with the one reason, which is asked for first', async () => {
    const { page, sent } = await open({});
    page.call('startSelection');
    page.call('toggleSelected', { value: true }, { id: 'zhang' });
    page.call('toggleSelected', { value: true }, { id: 'ren' });
    page.call('sendTogether', { value: 'refuse' });
    await page.settle();
    expect(sent('enrolment.decide')).toEqual([]);
    expect(page.text()).toContain('这句话本人看得到');
    page.call('refuseChosen', { reason: '', words: '组织关系还没转来' });
    page.call('refuseChosen', { reason: '', words: '组织关系还没转来' });
    await page.settle();
    expect(sent('enrolment.decide')).toMatchObject([
      { personId: 'zhang', agree: false, reason: '组织关系还没转来' },
      { personId: 'ren', agree: false, reason: '组织关系还没转来' },
    ]);
    expect(toasts).toEqual(['2 位没收下']);
  });

  test('whoever is enrolled, or waits alone, is not chosen', async () => {
    const { page } = await open({}, [asked[0]!, { ...enrolmentSample, personId: 'done' }]);
    expect(page.text()).not.toContain('选几项一起办');
  });
});

describe('people of whom nobody knows where they live', () => {
  const findings = ['lin', 'fan'].map((personId) => ({
    ...{ findingId: `f-${personId}`, kind: 'personWithoutGrid' as const, label: `${personId}大姐`, personId },
  }));
  const open = (answers: Answers) =>
    openPage(
      'packages/community/findings/findings',
      { kind: 'personWithoutGrid' },
      { 'finding.list': answered({ findings }), ...answers },
    );

  test('are registered in one place, each by itself', async () => {
    let choose: ((place: { placeId: string }) => void) | undefined;
    Object.assign(phone.wx, {
      navigateTo: ({ events }: { events: { chosen(place: { placeId: string }): void } }) => (choose = events.chosen),
    });
    const { page, sent } = await open({
      'person.settle': ({ personId }) =>
        personId === 'fan' ? refused('NOT_FOUND') : answered(replies['person.settle']),
    });
    page.call('startSelection');
    page.call('selectAll');
    page.call('sendTogether', { value: 'settle' });
    expect(sent('person.settle')).toEqual([]);
    choose?.({ placeId: 'yard' });
    await page.settle();
    expect(sent('person.settle')).toMatchObject([
      { personId: 'lin', placeId: 'yard' },
      { personId: 'fan', placeId: 'yard' },
    ]);
    expect(toasts).toEqual(['1 位的住处登记好了，明早这里就没有他们了']);
    expect(page.text()).toMatch(/选了 1 项[\s\S]*fan大姐：没找到/);
  });

  test('a finding that is no person is not chosen', async () => {
    const { page } = await openPage(
      'packages/community/findings/findings',
      { kind: 'vacancy' },
      {
        'finding.list': answered({
          findings: [1, 2].map((one) => ({ ...replies['finding.list'].findings[0]!, findingId: `${one}` })),
        }),
      },
    );
    expect(page.text()).not.toContain('选几项一起办');
  });
});
