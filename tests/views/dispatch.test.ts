import { askedOf, dispatchButton } from '../../miniprogram/packages/order/views/dispatch-order';
import { candidatesOf, noCandidate, type Candidate } from '../../miniprogram/packages/order/views/dispatch';
import { leak, suggestions } from '../miniprogram/samples/orders';

test('why each person fits, and what the button will do', () => {
  const drawn = candidatesOf(suggestions, leak);
  expect(drawn.map((one) => one.reasons.map((reason) => reason.text))).toEqual([
    ['同一个院', '会水电', '下午有空'],
    ['会水电', '周六有空', '下午上班'],
    ['队长 田广志', '6 人有空'],
  ]);
  const twins = suggestions.map((one) => ({ ...one, name: '陆月华', phoneEnd: '5521' }));
  expect(candidatesOf(twins, leak)[0]?.name).toBe('陆月华（尾号 5521）');
  expect(drawn[1]?.reasons.map((reason) => reason.tone)).toEqual(['good', 'good', 'warning']);
  expect(dispatchButton(drawn, [])).toBe('先选谁去');
  expect(
    dispatchButton(
      drawn.map((one, index) => ({ ...one, chosen: index === 2 })),
      [],
    ),
  ).toBe('派给水电小分队');
  expect(
    dispatchButton(
      drawn.map((one, index) => ({ ...one, chosen: index < 2 })),
      [],
    ),
  ).toBe('派给 2 位党员');
});

describe('before anybody is chosen', () => {
  const good = { text: '同一个院', tone: 'good' } as const;
  const one = (name: string, more: Partial<Candidate> = {}): Candidate => ({
    ...{ ...noCandidate, memberId: name, name, reasons: [good] },
    ...more,
  });
  const some = [
    one('孙立群'),
    one('马晓雯', { reasons: [good, { text: '下午上班', tone: 'warning' }] }),
    one('水电小分队', { badge: '队' }),
    one('田广志', { reasons: [] }),
    one('何平'),
    one('周正'),
  ];
  const names = (candidates: readonly Candidate[], capacity = 1, isFirstPage = true) =>
    askedOf(candidates, { capacity, isFirstPage }).map(({ name }) => name);

  test('the button names the first two of whom something speaks for and nothing against, no team', () => {
    expect(names(some)).toEqual(['孙立群', '何平']);
    expect(dispatchButton(some, askedOf(some, { capacity: 1, isFirstPage: true }))).toBe('派给孙立群、何平');
  });

  test('as many as are to go together, and nobody from a page that is not the best', () => {
    expect(names(some, 3)).toEqual(['孙立群', '何平', '周正']);
    expect(names(some, 1, false)).toEqual([]);
  });

  test('whoever is chosen goes alone', () => {
    expect(names(some.map((each) => ({ ...each, chosen: each.name === '马晓雯' })))).toEqual(['马晓雯']);
  });
});
