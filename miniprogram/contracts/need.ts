import type { OrderSummary } from './order';

/** 1 Monday … 7 Sunday; 0: whenever somebody can. */
export const needDays = [1, 2, 3, 4, 5, 6, 7, 0] as const;
export type NeedDay = (typeof needDays)[number];

/** One hour of a day of the week, on Shanghai's clock: orders that are wanted then, and members who are free. */
export interface NeedHour {
  readonly hour: number;
  readonly needs: number;
  readonly free: number;
}

/** The needs ledger (群众需求台账): what is wanted when, and who would be free (S2-15). */
export interface NeedsPage {
  readonly day: NeedDay;
  /** Open needs of each day, in the order of `needDays`. */
  readonly days: readonly { readonly day: NeedDay; readonly needs: number }[];
  /** Of the day that was asked for; none for day 0. */
  readonly hours: readonly NeedHour[];
  /** What is wanted on that day, most urgent first. */
  readonly orders: readonly OrderSummary[];
  /** The place has more open orders than were counted: each count is at least so many. */
  readonly countsAtLeast?: true;
  /** The reader is in the members' vanguard, who look after the wishes, too. */
  readonly vanguard?: true;
  readonly next?: string;
}
