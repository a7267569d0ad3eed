import { memberClasses } from '../../../miniprogram/contracts/passbook';
import { object, v } from '../platform/validation';
import { defaultMaxPoints, faultOfRules, type AttendanceRule } from './rules/attendance-rules';

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

/** The standards as somebody wants them; as rules they are judged by the policy. */
export const attendanceStandards = v.pipe(v.array(object(standard)), v.maxLength(memberClasses.length));

/**
 * What may be set: one standard a class, nobody held to more than the committee (S3-07), special members never deducted
 * (S3-13).
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
