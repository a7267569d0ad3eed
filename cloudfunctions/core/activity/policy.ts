import { memberClasses } from '../../../miniprogram/contracts/passbook';
import { done, type Result } from '../platform/result';
import { object, v, validate } from '../platform/validation';
import {
  defaultMaxPoints,
  faultOfRules,
  nextRules,
  standardRules,
  type AttendanceRule,
} from './rules/attendance-rules';

export interface ActivityPolicy {
  /** Points of organisation life by class of members (S3-06); absent where the branch keeps no such book. */
  readonly attendance?: readonly AttendanceRule[];
  /** How many activities a month one person closes and the same other one signs; the next one takes a third person. */
  readonly pairCap: number;
  /**
   * Activities whose starts lie closer than so many minutes are one moment: nobody is at two of them. Absent:
   * `defaultMomentMinutes`.
   */
  readonly momentMinutes?: number;
  /** No single activity moves more points. Absent: `defaultMaxPoints`. */
  readonly maxPoints?: number;
}

/** A new branch keeps no book of organisation life until it decides on its standards. */
export const defaultActivityPolicy: ActivityPolicy = { pairCap: 8 };

/** Activities are hardly ever shorter. */
export const defaultMomentMinutes = 30;

/** Of a branch's own maximum. */
const highestMaxPoints = 1_000;
const points = v.pipe(v.number(), v.integer());
const standard = {
  memberClass: v.picklist(memberClasses),
  present: points,
  absent: points,
  organised: points,
  guided: points,
};

/** Standards as somebody wants them, before they have names and versions. */
export const wantedStandards = v.pipe(v.array(object(standard)), v.maxLength(memberClasses.length));

/**
 * Standards of attendance as somebody wants them, as rules with names and versions; the refusal names the first value
 * that cannot be read (`0.present`). Whether they hold together is the policy's to check.
 */
export function rulesOf({ attendance = [] }: ActivityPolicy, wanted: unknown): Result<readonly AttendanceRule[]> {
  const checked = validate(wantedStandards, wanted);
  return checked.ok ? done(nextRules(attendance, checked.data)) : checked;
}

/** What a branch without a book of attendance would begin with, and how far a branch's own standards may go. */
export function attendanceStart({ maxPoints: max = defaultMaxPoints }: ActivityPolicy) {
  return { rules: standardRules, range: { min: 0, max, isWhole: true } } as const;
}

/**
 * What may be set: one standard a class, no number of anybody's above the committee's (S3-07), special members never
 * deducted (S3-13).
 */
export const activityPolicySchema = v.pipe(
  object({
    pairCap: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
    momentMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240))),
    maxPoints: v.exactOptional(v.pipe(points, v.minValue(1), v.maxValue(highestMaxPoints))),
    attendance: v.exactOptional(
      v.array(
        object({
          ...standard,
          ruleId: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
          version: v.pipe(v.number(), v.integer(), v.minValue(1)),
        }),
      ),
    ),
  }),
  v.forward(
    v.check(
      ({ attendance, maxPoints = defaultMaxPoints }) => !attendance || faultOfRules(attendance, maxPoints) === null,
    ),
    ['attendance'],
  ),
);
