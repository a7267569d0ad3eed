import { memberClasses } from '../../../miniprogram/contracts/passbook';
import { object, v } from '../platform/validation';
import { faultOfRules, type AttendanceRule } from './rules/attendance-rules';

export interface ActivityPolicy {
  /** Points of organisation life by class of members (S3-06); absent where the branch keeps no such book. */
  readonly attendance?: readonly AttendanceRule[];
  /** How many activities a month one person closes and the same other one signs; the next one takes a third person. */
  readonly pairCap: number;
}

/** A new branch keeps no book of organisation life until it decides on its standards. */
export const defaultActivityPolicy: ActivityPolicy = { pairCap: 8 };

const points = v.pipe(v.number(), v.integer());

/**
 * What may be set: one standard a class, nobody held to more than the committee (S3-07), special members never deducted
 * (S3-13).
 */
export const activityPolicySchema = object({
  pairCap: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  attendance: v.exactOptional(
    v.pipe(
      v.array(
        object({
          memberClass: v.picklist(memberClasses),
          ruleId: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
          version: v.pipe(v.number(), v.integer(), v.minValue(1)),
          present: points,
          absent: points,
          organised: points,
          guided: points,
        }),
      ),
      v.check((rules) => faultOfRules(rules) === null),
    ),
  ),
});
