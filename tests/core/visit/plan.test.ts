import { defaultVisitPolicy } from '../../../cloudfunctions/core/visit/policy';
import { planOf, type PlanSources } from '../../../cloudfunctions/core/visit/rules/plan';
import { afterVisit, mayPlanOn, mayRecordOn } from '../../../cloudfunctions/core/visit/rules/record';
import type { VisitOutcome } from '../../../miniprogram/contracts/visit';

const path = 'c/g/s/l/y/h';
const place = { _id: 'h', communityId: 'c', path, label: '石榴巷 7 号院 东屋' };
const person = (_id: string, more: Partial<PlanSources['people'][number]> = {}) => ({
  _id,
  name: _id,
  phone: '16400000001',
  kinds: ['resident'] as const,
  ...more,
});
const chief = (placeId: string, at: string, isHeld = true) => ({
  _id: `post_${placeId}`,
  placeId,
  path: at,
  ...(isHeld && { holder: { personId: 'chief', name: '贺玉梅', phone: '1' } }),
});
const sources: PlanSources = {
  place,
  people: [person('b'), person('a', { alone: true })],
  chiefs: [chief('l', 'c/g/s/l')],
  policy: defaultVisitPolicy,
  today: '2026-11-01',
};
const plan = planOf(sources);
const visit = (day: string, outcome: VisitOutcome = 'well') => ({ day, outcome, personId: 'chief', byName: '贺玉梅' });

describe('the plan of a household', () => {
  it('S4-03 names people who live alone first, and sorts their household in front', () => {
    expect(plan.residents.map(({ personId }) => personId)).toEqual(['a', 'b']);
    const others = planOf({ ...sources, people: [person('b')], place: { ...place, _id: 'a' } });
    expect([others.listKey, plan.listKey].sort()).toEqual([plan.listKey, others.listKey]);
  });

  it('leaves out who moved away, and names the first of very many', () => {
    const many = Array.from({ length: 20 }, (_, index) => person(`p${String(index).padStart(2, '0')}`));
    const whole = planOf({ ...sources, people: [...many, person('gone', { leftAt: new Date(0) })] });
    expect([whole.people, whole.residents.length]).toEqual([20, 12]);
  });

  it.each([
    ['the chief of its lane', [chief('l', 'c/g/s/l')], 'l'],
    ['the nearer chief of its courtyard', [chief('l', 'c/g/s/l'), chief('y', 'c/g/s/l/y')], 'y'],
    ['the farther one where the nearer post is vacant', [chief('l', 'c/g/s/l'), chief('y', 'c/g/s/l/y', false)], 'l'],
    ['nobody elsewhere', [chief('x', 'c/g/s/x')], null],
  ])('is looked after by %s', (_name, chiefs, chiefAt) => {
    expect(planOf({ ...sources, chiefs }).chiefAt).toBe(chiefAt);
  });

  it('keeps its visits when it is made anew', () => {
    const visited = afterVisit(plan, visit('2026-11-10'), defaultVisitPolicy);
    expect(planOf({ ...sources, today: '2026-11-20' }, visited)).toEqual(visited);
  });
});

describe('the day that is due', () => {
  it('is at once before the first visit, and a period after the last one', () => {
    expect(plan.dueDay).toBe('2026-11-01');
    expect(afterVisit(plan, visit('2026-11-10'), defaultVisitPolicy).dueDay).toBe('2026-11-17');
    const together = planOf({ ...sources, people: [person('b')] });
    expect(afterVisit(together, visit('2026-11-10'), defaultVisitPolicy).dueDay).toBe('2026-12-10');
  });

  it('does not move where nobody opened; that is remembered until somebody is met', () => {
    const met = afterVisit(plan, visit('2026-11-10'), defaultVisitPolicy);
    const missed = afterVisit(met, visit('2026-11-15', 'absent'), defaultVisitPolicy);
    expect(missed).toMatchObject({ dueDay: '2026-11-17', missed: { day: '2026-11-15' } });
    expect(afterVisit(missed, visit('2026-11-16', 'help'), defaultVisitPolicy)).toMatchObject({
      missed: null,
      last: { day: '2026-11-16' },
      dueDay: '2026-11-23',
    });
  });

  it('does not go back for a visit that is written down late', () => {
    const met = afterVisit(plan, visit('2026-11-10'), defaultVisitPolicy);
    expect(afterVisit(met, visit('2026-11-08'), defaultVisitPolicy).last?.day).toBe('2026-11-10');
    expect(afterVisit(met, visit('2026-11-08', 'absent'), defaultVisitPolicy).missed).toBeNull();
  });

  it('what was planned is done with on its day, and stays where it is later', () => {
    const planned = { ...plan, planned: { day: '2026-11-12', personId: 'chief', byName: '贺玉梅' } };
    expect(afterVisit(planned, visit('2026-11-12'), defaultVisitPolicy).planned).toBeNull();
    expect(afterVisit(planned, visit('2026-11-11'), defaultVisitPolicy).planned).toEqual(planned.planned);
  });
});

it.each([
  ['2026-11-23', true, true],
  ['2026-11-24', false, true],
  ['2026-11-09', true, false],
  ['2026-11-08', false, false],
  ['2027-02-23', false, true],
  ['2027-02-24', false, false],
])('on 2026-11-23 a visit of %s may be written down: %s, and planned: %s', (day, mayRecord, mayPlan) => {
  expect([mayRecordOn(day, '2026-11-23'), mayPlanOn(day, '2026-11-23')]).toEqual([mayRecord, mayPlan]);
});
