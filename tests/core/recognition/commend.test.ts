import { commend, periodsOf, type ReviewedMonth } from '../../../cloudfunctions/core/recognition/rules/commend';
import { topOf } from '../../../cloudfunctions/core/recognition/rules/rank';
import { noSums } from '../../../cloudfunctions/core/review/rules/sums';

const month = (
  personId: string,
  text: string,
  { meetings = 0, services = 0, absences = 0, name = personId } = {},
): ReviewedMonth => ({
  personId,
  name,
  month: text,
  sums: {
    organization: { ...noSums.organization, times: meetings, absences },
    service: { ...noSums.service, times: services },
  },
});
const rule = { meetings: 2, services: 1 };
const namesOf = (months: readonly ReviewedMonth[]) => commend(months, rule).map(({ name }) => name);

test('S3-10 whoever keeps the rule is on the list, by name; nobody who was away without an excuse', () => {
  expect(
    namesOf([
      month('c', '2026-10', { meetings: 2, services: 1 }),
      month('a', '2026-10', { meetings: 5, services: 3 }),
      month('few', '2026-10', { meetings: 1, services: 3 }),
      month('none', '2026-10', { meetings: 3 }),
      month('away', '2026-10', { meetings: 3, services: 3, absences: 1 }),
    ]),
  ).toEqual(['a', 'c']);
});

test('a year adds its months up, under the latest name, and leaves out who erased theirs', () => {
  const months = [
    month('a', '2026-01', { meetings: 1, services: 1, name: '旧名' }),
    month('a', '2026-02', { meetings: 1, name: '新名' }),
    month('erased', '2026-01', { meetings: 2, services: 2, name: '' }),
  ];
  expect(commend(months, rule)).toEqual([{ personId: 'a', name: '新名', meetings: 2, services: 1 }]);
});

test('a year may be drafted once its last month is frozen, and stands before it', () => {
  expect(periodsOf(['2026-11', '2026-10'])).toEqual(['2026-11', '2026-10']);
  expect(periodsOf(['2027-01', '2026-12', '2026-11'])).toEqual(['2027-01', '2026', '2026-12', '2026-11']);
});

test('a ranking has a top and no bottom; equal points share a place', () => {
  const people = Array.from({ length: 14 }, (_, index) => ({
    personId: `p${index}`,
    name: `n${index}`,
    points: index < 3 ? 20 : 20 - index,
  }));
  const top = topOf(people, (personId) => personId === 'p4');
  expect(top.slice(0, 4).map(({ place }) => place)).toEqual([1, 1, 1, 4]);
  expect(top).toHaveLength(10);
  expect(top.map(({ personId }) => personId)).not.toContain('p4');
  const tied = Array.from({ length: 12 }, (_, index) => ({ personId: `t${index}`, name: `${index}`, points: 3 }));
  expect(topOf(tied, () => false)).toHaveLength(12);
  expect(
    topOf(
      [
        { personId: 'z', name: 'z', points: 0 },
        { personId: 'e', name: '', points: 9 },
      ],
      () => false,
    ),
  ).toEqual([]);
});
