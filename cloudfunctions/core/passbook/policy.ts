import { object, optional, v } from '../platform/validation';

/** What a community decided about its books. */
export interface PassbookPolicy {
  /** For so many days a line may be contested. */
  readonly contestDays: number;
  /** Points that one person may give by hand in a month; 0: nobody gives any. Absent: `defaultGrantCap`. */
  readonly grantCap?: number;
}

/** A few lines a month: whatever is regular has a rule of its own. */
export const defaultGrantCap = 20;

export const defaultPassbookPolicy: PassbookPolicy = { contestDays: 30, grantCap: defaultGrantCap };

/** What one person may give by hand in a month. */
export function grantCapOf({ grantCap = defaultGrantCap }: PassbookPolicy): number {
  return grantCap;
}

export const passbookPolicySchema = object({
  contestDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)),
  grantCap: optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000))),
});
