import { defaultActivityPolicy } from '../../../cloudfunctions/core/activity/policy';
import { standardRules } from '../../../cloudfunctions/core/activity/rules/attendance-rules';
import { clashOf } from '../../../cloudfunctions/core/activity/rules/moments';
import { defaultMatchingPolicy } from '../../../cloudfunctions/core/order/matching/policy';
import { suggestHelpers } from '../../../cloudfunctions/core/order/matching/suggest';
import { checkPolicy, defaultPolicy } from '../../../cloudfunctions/core/policy/policy';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { after, after1, fresh, hourMs, place, refusal, resident, start } from '../order/sample-orders';

const helper = (_id: string, more: Partial<Person>): Person => ({
  _id,
  communityId: 'cqt',
  name: _id,
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

describe('what a community decides holds, and what it decided nothing about has a default', () => {
  it('how soon the same person reminds again', () => {
    for (const [policy, hours] of [
      [{}, 4],
      [{ remindAgainHours: 9 }, 9],
    ] as const) {
      const once = after1(fresh({ policy }), resident, { action: 'remind' }, start);
      expect(refusal(once, resident, { action: 'remind' }, after(hours * hourMs - 1))).toBe('TOO_MANY');
      expect(refusal(once, resident, { action: 'remind' }, after(hours * hourMs))).toBe('allowed');
    }
  });

  it('which orders are agency', () => {
    expect([fresh({ category: 'birth' }).kind, fresh({ category: 'legal' }).kind]).toEqual(['agency', 'service']);
    const policy = { agencyCategories: ['legal'] as const };
    expect([fresh({ policy, category: 'birth' }).kind, fresh({ policy, category: 'legal' }).kind]).toEqual([
      'service',
      'agency',
    ]);
  });

  it('what speaks for a helper', () => {
    const people = [helper('near', { home: place }), helper('able', { skills: ['repair'], free: ['any'] })];
    const first = (matching?: typeof defaultMatchingPolicy) =>
      suggestHelpers(fresh({ policy: matching ? { matching } : {} }), people, start)[0]?.memberId;
    const weights = { ...defaultMatchingPolicy.weights, 'same-courtyard': 10 };
    expect([first(), first({ ...defaultMatchingPolicy, weights })]).toEqual(['able', 'near']);
  });

  it('how close two activities are one moment', () => {
    const people = [{ personId: 'p', state: 'present' as const }];
    const other = { _id: 'b', startsAt: after(40 * 60_000), people };
    const activity = { _id: 'a', startsAt: start, people };
    expect(clashOf(activity, [other], people)).toBeUndefined();
    expect(clashOf({ ...activity, momentMinutes: 45 }, [other], people)).toBe('p');
  });

  it('how many points one activity moves at most', () => {
    const attendance = standardRules.map((rule) => ({ ...rule, organised: 120 }));
    const checked = (more: object) =>
      checkPolicy({ ...defaultPolicy, activity: { ...defaultActivityPolicy, attendance, ...more } });
    expect(checked({})).toMatchObject({ ok: false, field: 'activity.attendance' });
    expect(checked({ maxPoints: 120 })).toMatchObject({ ok: true });
  });
});

test.each<[string, Readonly<Record<string, object>>]>([
  ['order.matching.weights', { order: { matching: { ...defaultMatchingPolicy, weights: {} } } }],
  ['order.matching.similarDays', { order: { matching: { ...defaultMatchingPolicy, similarDays: 31 } } }],
  ['order.remindAgainHours', { order: { remindAgainHours: 0 } }],
  ['order.agencyCategories.0', { order: { agencyCategories: ['cooking'] } }],
  ['activity.momentMinutes', { activity: { momentMinutes: 0 } }],
  ['activity.maxPoints', { activity: { maxPoints: 0 } }],
  ['passbook.contestDays', { passbook: { contestDays: 0 } }],
])('a policy that cannot be is refused by its field: %s', (field, { order, activity, ...more }) => {
  const wanted = {
    ...defaultPolicy,
    ...more,
    order: { ...defaultPolicy.order, ...order },
    activity: { ...defaultPolicy.activity, ...activity },
  };
  const checked = checkPolicy(wanted);
  expect([checked.ok, checked.ok ? '' : checked.field?.startsWith(field)]).toEqual([false, true]);
});
