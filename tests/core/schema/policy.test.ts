import { defaultCategories } from '../../../cloudfunctions/core/order/rules/categories';
import { defaultActivityPolicy } from '../../../cloudfunctions/core/activity/policy';
import { standardRules } from '../../../cloudfunctions/core/activity/rules/attendance-rules';
import { clashOf } from '../../../cloudfunctions/core/activity/rules/moments';
import { channelsInUse } from '../../../cloudfunctions/core/enrolment/channels';
import { defaultMatchingPolicy } from '../../../cloudfunctions/core/order/matching/policy';
import { suggestHelpers } from '../../../cloudfunctions/core/order/matching/suggest';
import { defaultDailyLimits } from '../../../cloudfunctions/core/order/limits/policy';
import { changePolicy } from '../../../cloudfunctions/core/policy/change';
import { policyView } from '../../../cloudfunctions/core/policy/view';
import { checkPolicy, defaultPolicy, fullPolicy, policySchema } from '../../../cloudfunctions/core/policy/policy';
import { rangeAt } from '../../../cloudfunctions/core/policy/rules/range';
import { leafPaths, valueAt } from '../../../cloudfunctions/core/policy/rules/tree';
import { policySettings } from '../../../miniprogram/contracts/policy';
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
    const categories = defaultCategories.map(
      (one) => ({ ...one, kind: one.key === 'legal' ? 'agency' : 'service' }) as const,
    );
    const policy = { categories };
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
    const elsewhere = { personId: 'p', activityId: 'b', startsAt: after(40 * 60_000) };
    const activity = { _id: 'a', startsAt: start };
    expect(clashOf(activity, [elsewhere], ['p'])).toBeUndefined();
    expect(clashOf({ ...activity, momentMinutes: 45 }, [elsewhere], ['q'])).toBeUndefined();
    expect(clashOf({ ...activity, momentMinutes: 45 }, [elsewhere], ['p'])).toEqual(elsewhere);
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
  ['order.categories.0.skill', { order: { categories: [{ ...defaultCategories[0], skill: 'cooking' }] } }],
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

/** The product's standards without their rules' names and versions, the first changed. */
function standards(first: object = {}) {
  return standardRules.map(({ memberClass, present, absent, organised, guided }, index) => ({
    ...{ memberClass, present, absent, organised, guided },
    ...(index === 0 && first),
  }));
}

describe('what a secretary changes', () => {
  const attended = { ...defaultPolicy, activity: { ...defaultActivityPolicy, attendance: standardRules } };

  it('is every setting that the policy has, each with how far it goes', () => {
    const kept = leafPaths(fullPolicy(attended)).filter((path) => !/\.(ruleId|version)$/.test(path));
    expect([...policySettings].sort()).toEqual([...kept].sort());
    expect(rangeAt(policySchema, 'order.silenceDays')).toEqual({ min: 1, max: 60, isWhole: true });
    expect(rangeAt(policySchema, 'order.emergency.escalateAfterHours')).toEqual({ min: 0, max: 240 });
    expect(rangeAt(policySchema, 'access.guardedHats').options).toContain('secretary');
    const numbers = policySettings.filter((setting) => typeof valueAt(fullPolicy(attended), setting) === 'number');
    for (const setting of numbers) {
      const { min, max } = rangeAt(policySchema, setting);
      expect([setting, typeof min, typeof max]).toEqual([setting, 'number', 'number']);
      const refused = changePolicy(attended, nested(setting, (max ?? 0) + 1));
      expect(refused).toEqual({ ok: false, code: 'INVALID_INPUT', field: `policy.${setting}` });
    }
  });

  it('leaves everything else as it was, decided or not', () => {
    const changed = changePolicy(defaultPolicy, { order: { silenceDays: 10, limits: { reveals: 50 } } });
    expect(changed).toEqual({
      ok: true,
      data: {
        policy: {
          ...defaultPolicy,
          order: { ...defaultPolicy.order, silenceDays: 10, limits: { ...defaultDailyLimits, reveals: 50 } },
        },
        changes: [
          { setting: 'order.silenceDays', from: 7, to: 10 },
          { setting: 'order.limits.reveals', from: 40, to: 50 },
        ],
      },
    });
  });

  it('makes a standard of attendance that moves other points its next version, and begins with the first', () => {
    const attendance = standards({ absent: -5 });
    const changed = changePolicy(attended, { activity: { attendance } });
    const rules = changed.ok ? changed.data.policy.activity.attendance : [];
    expect(rules?.map(({ version, absent }) => [version, absent])).toEqual([
      [2, -5],
      [1, -2],
      [1, -1],
      [1, 0],
    ]);
    expect(changed).toMatchObject({
      data: { changes: [{ setting: 'activity.attendance', from: standardRules, to: rules }] },
    });
    expect(changePolicy(attended, { activity: { attendance: standards() } })).toEqual({
      ok: true,
      data: { policy: attended, changes: [] },
    });
    const begun = changePolicy(defaultPolicy, { activity: { attendance: standards() } });
    expect(begun.ok && begun.data.policy.activity).toEqual({ ...defaultActivityPolicy, attendance: standardRules });
  });

  it('is shown whole: standards of attendance by class, and what a branch without a book would begin with', () => {
    const shown = (policy: typeof defaultPolicy) =>
      policyView(policy, [], true).settings.find(({ setting }) => setting === 'activity.attendance');
    const range = { min: 0, max: 100, isWhole: true };
    expect(shown(attended)).toMatchObject({ value: standards(), standard: standards(), range });
    expect(shown(defaultPolicy)).toMatchObject({ value: [], standard: standards(), range });
  });

  it('how often a station is reported on a day', () => {
    const changed = changePolicy(defaultPolicy, { station: { reports: 9 } });
    expect(changed.ok && changed.data.policy.station).toEqual({ reportRetentionDays: 30, reports: 9, ordersAgain: 3 });
    const before = { ...defaultPolicy, station: { reportRetentionDays: 2 } };
    expect(fullPolicy(before).station).toEqual({ reportRetentionDays: 2, reports: 5, ordersAgain: 3 });
  });

  it('makes a rule that is worth other points its next version', () => {
    const changed = changePolicy(defaultPolicy, { order: { award: { points: 3 } } });
    expect(changed.ok && changed.data.policy.order.award).toEqual({ ruleId: 'order-confirmed', version: 2, points: 3 });
    const same = changePolicy(defaultPolicy, { order: { award: { points: 2 } } });
    expect(same).toEqual({ ok: true, data: { policy: defaultPolicy, changes: [] } });
  });

  it.each<[string, object]>([
    ['policy', []],
    ['policy.order.colour', { order: { colour: 3 } }],
    ['policy.order.award.version', { order: { award: { version: 3 } } }],
    ['policy.order.silenceDays', { order: { silenceDays: 'ten' } }],
    ['policy.order.silenceDays.days', { order: { silenceDays: { days: 3 } } }],
    ['policy.order.escalateAfterHours', { order: { escalateAfterHours: [0, 4] } }],
    ['policy.order.categories', { order: { categories: defaultCategories } }],
    ['policy.access.guardedHats.0', { access: { guardedHats: ['resident'] } }],
    ['policy.activity.attendance', { activity: { attendance: standards({ present: -1 }) } }],
    ['policy.activity.attendance', { activity: { attendance: standards().slice(1) } }],
    ['policy.activity.attendance.0.ruleId', { activity: { attendance: standardRules.slice(0, 1) } }],
    ['policy.station.reports', { station: { reports: 0 } }],
  ])('is refused by its field where it cannot be: %s', (field, wanted) => {
    expect(changePolicy(attended, wanted)).toEqual({ ok: false, code: 'INVALID_INPUT', field });
  });
});

function nested(path: string, value: unknown): object {
  return path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object;
}

describe('names of a community’s own channels', () => {
  const named = (free1: unknown, before = defaultPolicy) => changePolicy(before, { enrolment: { free1 } });

  it('are settings in words, as long as the range says, and go when they are empty', () => {
    const first = named(' 单位介绍 ');
    if (!first.ok) throw new Error(first.code);
    expect(first.data.policy.enrolment).toEqual({ free1: '单位介绍' });
    const shown = policyView(first.data.policy, [], true).settings.find(({ setting }) => setting === 'enrolment.free1');
    expect(shown).toEqual({ setting: 'enrolment.free1', value: ['单位介绍'], standard: [], range: { maxLength: 12 } });
    expect(channelsInUse({ policy: first.data.policy })).toContainEqual({ channel: 'free1', name: '单位介绍' });
    const gone = named('', first.data.policy);
    expect(gone.ok && channelsInUse({ policy: gone.data.policy })).toHaveLength(4);
    expect(gone.ok && policyView(gone.data.policy, [], true).settings).toContainEqual(
      expect.objectContaining({ setting: 'enrolment.free1', value: [] }),
    );
  });

  it.each(['十三个字的名字怎么也写不下去', '两\n行', 7])('are not %j', (name) => {
    expect(named(name)).toMatchObject({ code: 'INVALID_INPUT', field: 'policy.enrolment.free1' });
  });
});
