import { collection } from '../platform/database';
import type { MonthTally } from './tally';

/** What is counted of orders; the words beside the numbers are those of `MonthTally`. */
export type OrderCounts = Omit<MonthTally, 'month'>;

/** How many were made, and how many of those were solved. */
export interface Share {
  readonly created: number;
  readonly solved: number;
}

/** The share of one grid or one category, by its id or key. */
export interface KeyedShare extends Share {
  readonly key: string;
}

/** How many took so many hours, begun ones whole; from the shortest to the longest. */
export interface HoursCount {
  readonly hours: number;
  readonly count: number;
}

/** What is counted of the orders of a day, and the sum of a month's days. */
export interface Figures {
  readonly counts: OrderCounts;
  readonly urgent: Share;
  readonly wishes: Share;
  readonly grids: readonly KeyedShare[];
  readonly categories: readonly KeyedShare[];
  /** From when its requester asked until somebody accepted, of those that somebody has accepted. */
  readonly acceptHours: readonly HoursCount[];
  /** From when its requester asked until it was closed, of those that were confirmed as solved. */
  readonly closeHours: readonly HoursCount[];
}

/** How many orders one person accepted in one month. */
export interface AcceptedCount {
  readonly personId: string;
  /** `2026-11` */
  readonly month: string;
  readonly count: number;
}

/**
 * The orders of one community that were made on one day, counted by `jobs` (docs/adr/0092-figures-by-day.md). `_id` is
 * `<communityId>:<day>`.
 */
export interface OrderDay {
  readonly _id: string;
  readonly communityId: string;
  /** `2026-11-28`, Shanghai's day. */
  readonly day: string;
  /** Changes up to this moment are in the numbers. */
  readonly until: Date;
  readonly figures: Figures;
  /** Who accepted those orders, and in which month. */
  readonly accepted: readonly AcceptedCount[];
}

/** The sum of a month's days; it stands once every day of the month was counted. `_id` is `<communityId>:<month>`. */
export interface OrderMonth {
  readonly _id: string;
  readonly communityId: string;
  /** `2026-11`, Shanghai's month. */
  readonly month: string;
  readonly until: Date;
  readonly figures: Figures;
}

export const orderDays = collection<OrderDay>('orderDays');
export const orderMonths = collection<OrderMonth>('orderMonths');

/** The `_id` of a day's or a month's figures. */
export function figuresIdOf(communityId: string, period: string): string {
  return `${communityId}:${period}`;
}
