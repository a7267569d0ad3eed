import { memberClasses } from '../../../../miniprogram/contracts/passbook';
import type { AttendanceStandard } from '../../../../miniprogram/contracts/policy';

/**
 * A class's standard for activities (S3-03, S3-04). `absent` is 0 for a class that is never deducted, negative else.
 */
export interface AttendanceRule extends AttendanceStandard {
  readonly ruleId: string;
  readonly version: number;
}

const movedPoints = ['present', 'absent', 'organised', 'guided'] as const;

/** A set of standards to begin with; a community's own stands in its policy. */
export const standardRules: readonly AttendanceRule[] = [
  {
    memberClass: 'committee',
    ruleId: 'attendance-committee',
    version: 1,
    present: 3,
    absent: -4,
    organised: 6,
    guided: 6,
  },
  { memberClass: 'young', ruleId: 'attendance-young', version: 1, present: 3, absent: -2, organised: 6, guided: 3 },
  { memberClass: 'senior', ruleId: 'attendance-senior', version: 1, present: 3, absent: -1, organised: 6, guided: 3 },
  { memberClass: 'special', ruleId: 'attendance-special', version: 1, present: 3, absent: 0, organised: 6, guided: 3 },
];

/**
 * Standards as a branch wants them, as rules: one that moves other points than before is its next version, so that what
 * was written under one is read under it. Pure.
 */
export function nextRules(
  before: readonly AttendanceRule[],
  wanted: readonly AttendanceStandard[],
): readonly AttendanceRule[] {
  return wanted.map((standard) => {
    const rule = before.find(({ memberClass }) => memberClass === standard.memberClass);
    if (!rule) return { ...standard, ruleId: `attendance-${standard.memberClass}`, version: 1 };
    const isSame = movedPoints.every((one) => rule[one] === standard[one]);
    return { ...standard, ruleId: rule.ruleId, version: isSame ? rule.version : rule.version + 1 };
  });
}

/** No single activity moves more where a branch decided nothing. */
export const defaultMaxPoints = 100;

/**
 * Names the class that breaks a rule set, null where it holds: one standard a class in whole bounded numbers, no number
 * of anybody's above the committee's (S3-07), special members never deducted (S3-13). Whoever comes earns a point at
 * least: without one no line would say that they came.
 */
export function faultOfRules(rules: readonly AttendanceRule[], maxPoints = defaultMaxPoints): string | null {
  const committee = rules.find((rule) => rule.memberClass === 'committee');
  for (const memberClass of memberClasses) {
    const own = rules.filter((rule) => rule.memberClass === memberClass);
    const [rule] = own;
    if (!rule || !committee || own.length > 1) return memberClass;
    if (!isBounded(rule, maxPoints)) return memberClass;
    if (movedPoints.some((one) => Math.abs(rule[one]) > Math.abs(committee[one]))) return memberClass;
    if (memberClass === 'special' && rule.absent !== 0) return memberClass;
  }
  return null;
}

function isBounded(rule: AttendanceRule, maxPoints: number): boolean {
  const gains = [rule.present, rule.organised, rule.guided];
  return (
    gains.every((points) => Number.isSafeInteger(points) && points >= 1 && points <= maxPoints) &&
    Number.isSafeInteger(rule.absent) &&
    rule.absent <= 0 &&
    rule.absent >= -maxPoints
  );
}
