import { faultOfRules, standardRules } from '../../../../cloudfunctions/core/activity/rules/attendance-rules';

const changed = (memberClass: string, change: object) =>
  standardRules.map((rule) => (rule.memberClass === memberClass ? { ...rule, ...change } : rule));

test('S3-06 the standard rules hold', () => {
  expect(faultOfRules(standardRules)).toBeNull();
});

test.each([
  ['S3-07 nobody is held to more than the committee', changed('young', { absent: -5 }), 'young'],
  ['S3-07 nobody earns more by coming than the committee', changed('special', { present: 4 }), 'special'],
  ['S3-07 nor by organising', changed('young', { organised: 7 }), 'young'],
  ['S3-07 nor by guiding', changed('senior', { guided: 7 }), 'senior'],
  ['whoever comes earns at least one', changed('special', { present: 0 }), 'special'],
  ['S3-13 special members are never deducted', changed('special', { absent: -1 }), 'special'],
  ['points are whole', changed('senior', { present: 1.5 }), 'senior'],
  ['presence never costs', changed('senior', { organised: -1 }), 'senior'],
  ['absence never pays', changed('senior', { absent: 1 }), 'senior'],
  ['every class has a standard', standardRules.filter((rule) => rule.memberClass !== 'young'), 'young'],
  ['only one each', [...standardRules, ...standardRules], 'committee'],
  ['bounded', changed('young', { present: 101 }), 'young'],
])('%s', (_what, rules, fault) => {
  expect(faultOfRules(rules)).toBe(fault);
});
