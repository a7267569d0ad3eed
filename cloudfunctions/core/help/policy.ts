import { object, v } from '../platform/validation';

/** What a community decided on help within its branches. */
export interface HelpPolicy {
  /** So many days after a home visit the next one is due. */
  readonly visitEveryDays: number;
  /** What was said at a visit, and a closed case, are forgotten after so many days. */
  readonly keepDays: number;
}

/** The product's own numbers: a visit every quarter, and words for three years. */
export const defaultHelpPolicy: HelpPolicy = { visitEveryDays: 90, keepDays: 1095 };

const days = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** What may be set, and how far. */
export const helpPolicySchema = object({ visitEveryDays: days(7, 366), keepDays: days(30, 3650) });
