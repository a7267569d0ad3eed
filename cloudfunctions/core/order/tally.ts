import type { WaitingLines } from '../../../miniprogram/contracts/passbook';
import type { OrderState } from './order';
import { monthText } from '../time/shanghai';
import { collection } from '../platform/database';

/**
 * One month's orders, by the month in which they were made. The words beside the numbers are these comments
 * (docs/order-lifecycle.md).
 */
export interface MonthTally {
  /** `2026-11`, Shanghai's month. */
  readonly month: string;
  /** Made in it; merged, withdrawn and handed-over ones are left out, for nobody here could solve them. */
  readonly created: number;
  /** Of those, confirmed as solved. */
  readonly solved: number;
  /** Of those, closed by silence. */
  readonly unrated: number;
  /** Of those, said to be not solved: reopened and still open, refused, or impossible. */
  readonly unsolved: number;
}

/**
 * Honest numbers of a community, kept by `jobs` so that no reader counts orders (docs/adr/0007-tallies.md). `_id` is
 * the community's.
 */
export interface Tally {
  readonly _id: string;
  /** Changes up to this moment are in the numbers. */
  readonly until: Date;
  /** The last months, oldest first. */
  readonly months: readonly MonthTally[];
  /** Orders accepted in the month of `until`, by person. */
  readonly loads: readonly { readonly personId: string; readonly count: number }[];
  /**
   * Objections that wait for an answer, and reversals that wait for a second person; kept by those who contest, propose
   * and settle.
   */
  readonly contests: number;
  readonly reversals: number;
}

export const tallies = collection<Tally>('tallies');
/** How many months a tally keeps. */
export const monthsKept = 12;

export function noTally(communityId: string, until: Date): Tally {
  return { _id: communityId, until, months: [], loads: [], contests: 0, reversals: 0 };
}

/** What waits to be looked at in the books of a community. */
export function waitingOf(tally: Tally | undefined): WaitingLines {
  return { contests: tally?.contests ?? 0, reversals: tally?.reversals ?? 0 };
}

const uncounted: ReadonlySet<string> = new Set(['cancelled', 'merged', 'transferred']);

/** Counts one month's orders. */
export function monthTallyOf(month: string, orders: readonly OrderState[]): MonthTally {
  const counted = orders.filter((order) => order.outcome === null || !uncounted.has(order.outcome));
  const count = (fits: (order: OrderState) => boolean) => counted.filter(fits).length;
  return {
    month,
    created: counted.length,
    solved: count((order) => order.outcome === 'solved'),
    unrated: count((order) => order.outcome === 'unrated'),
    unsolved: count(isUnsolved),
  };
}

function isUnsolved(order: OrderState): boolean {
  if (order.outcome === 'refused' || order.outcome === 'impossible') return true;
  return order.outcome === null && order.reopened > 0 && order.status !== 'completed';
}

/** Months with these counted anew. */
export function withMonths(months: readonly MonthTally[], counted: readonly MonthTally[]): readonly MonthTally[] {
  const kept = months.filter((one) => !counted.some((other) => other.month === one.month));
  return [...kept, ...counted].sort((left, right) => (left.month < right.month ? -1 : 1)).slice(-monthsKept);
}

/** How many orders each person accepted in the month of `now`. */
export function loadsOf(orders: readonly OrderState[], now: Date): Tally['loads'] {
  const month = monthText(now);
  const counts = new Map<string, number>();
  for (const { assignee, acceptedAt } of orders) {
    if (assignee && acceptedAt && monthText(acceptedAt) === month)
      counts.set(assignee.personId, (counts.get(assignee.personId) ?? 0) + 1);
  }
  return [...counts].map(([personId, count]) => ({ personId, count }));
}

/** The whole tally of a community out of all its orders, as counting month by month would have made it. */
export function tallyOf(communityId: string, orders: readonly OrderState[], until: Date): Tally {
  const months = [...new Set(orders.map(({ createdAt }) => monthText(createdAt)))];
  const counted = months.map((month) =>
    monthTallyOf(
      month,
      orders.filter(({ createdAt }) => monthText(createdAt) === month),
    ),
  );
  return { ...noTally(communityId, until), months: withMonths([], counted), loads: loadsOf(orders, until) };
}
