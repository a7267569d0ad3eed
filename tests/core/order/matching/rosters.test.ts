import { helpersWithLoads, rostersOf } from '../../../../cloudfunctions/core/order/matching/helper';
import type { Person } from '../../../../cloudfunctions/core/person/person';
import { place } from '../sample-orders';

const person = (_id: string, more: Partial<Person> = {}): Person => ({
  _id,
  communityId: 'cqt',
  name: `人${_id}`,
  phone: '16400000000',
  phoneSource: 'wechat',
  phoneOwner: 'self',
  kinds: ['serviceMember'],
  serves: place,
  skills: [],
  free: [],
  atWork: [],
  reachable: true,
  ...more,
});
const unserving = Object.fromEntries(
  Object.entries(person('captain')).filter(([field]) => field !== 'serves'),
) as unknown as Person;
const team = { name: '水电小分队', skill: 'repair', captain: true };
const captain: Person = { ...unserving, teamId: 't1', team };
const loads = { month: '2026-11', counts: { b: 3, gone: 9 } };

describe('who may be asked in a grid', () => {
  const rosters = rostersOf(
    'cqt',
    [
      person('b'),
      person('a', { phone: '16400000001', employer: '一局' }),
      captain,
      person('gone', { leftAt: new Date() }),
      person('unreachable', { reachable: false }),
      person('elsewhere', { serves: { ...place, gridId: 'g2' } }),
      { ...unserving, _id: 'resident' },
    ],
    loads,
  );

  it('stands in one document a grid, and one for those who belong to a team alone', () => {
    expect(rosters.map(({ _id, helperIds }) => [_id, helperIds])).toEqual([
      ['g1', ['a', 'b']],
      ['cqt:none', ['captain']],
      ['g2', ['elsewhere']],
    ]);
  });

  it('says no telephone number and no employer', () => {
    expect(JSON.stringify(rosters)).not.toMatch(/1640000|一局/);
  });

  it('carries what each took on in the month, and nothing of another month', () => {
    const loadOf = (month: string) => helpersWithLoads(rosters, month).find(({ _id }) => _id === 'b')?.load;
    expect(loadOf('2026-11')).toEqual({ month: '2026-11', count: 3 });
    expect(loadOf('2026-12')).toBeUndefined();
  });
});
