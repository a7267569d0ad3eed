import { object, v } from '../platform/validation';

/** What a community decided on visits. */
export interface VisitPolicy {
  /** So many days after a visit the next one is due. */
  readonly everyDays: number;
  /** The same where somebody lives alone (S4-03). */
  readonly aloneEveryDays: number;
  /** What was noted is forgotten after so many days. */
  readonly noteDays: number;
  /** A courtyard head's visit waits so many days for somebody's word. */
  readonly confirmDays: number;
}

/** The product's own numbers: a visit a month, and one a week to people who live alone. */
export const defaultVisitPolicy: VisitPolicy = { everyDays: 30, aloneEveryDays: 7, noteDays: 180, confirmDays: 14 };

const days = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** What may be set, and how far. */
export const visitPolicySchema = object({
  everyDays: days(1, 366),
  aloneEveryDays: days(1, 366),
  noteDays: days(7, 730),
  confirmDays: days(1, 92),
});
