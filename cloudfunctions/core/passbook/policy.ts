import { object, v } from '../platform/validation';

/** What a community decided about its books. */
export interface PassbookPolicy {
  /** For so many days a line may be contested. */
  readonly contestDays: number;
}

export const defaultPassbookPolicy: PassbookPolicy = { contestDays: 30 };

export const passbookPolicySchema = object({
  contestDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)),
});
