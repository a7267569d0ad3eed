import type { QuotaWarning } from '../../../miniprogram/contracts/desk';
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
  /** Who did the solved ones: an order that three did together is one solved and three helpers. */
  readonly helpers: number;
  /** Of those made, closed by silence. */
  readonly unrated: number;
  /** Of those, done and closed because their requesters could never be asked on the phone. */
  readonly unreachable: number;
  /** Of those, said to be not solved: reopened and still open, refused, or impossible. */
  readonly unsolved: number;
  /** Of those made, entered by staff who took a call. */
  readonly enteredByStaff: number;
  /** Of those solved, confirmed by staff who asked on the phone. */
  readonly confirmedByCall: number;
  /** Said at some time to be not solved; it stays counted for good, whatever became of it. */
  readonly reopened: number;
  /** Of those unsolved: nobody here takes them, or nobody here can. */
  readonly refused: number;
  readonly impossible: number;
  /** What `created` leaves out, each by itself: withdrawn, merged into another one, answered by somebody outside. */
  readonly cancelled: number;
  readonly merged: number;
  readonly transferred: number;
  /** Of those solved, how many were given stars, and how many stars in all. */
  readonly rated: number;
  readonly stars: number;
}

/** A month in which nothing was made. */
export const emptyMonth = (month: string): MonthTally => ({
  month,
  created: 0,
  solved: 0,
  helpers: 0,
  unrated: 0,
  unreachable: 0,
  unsolved: 0,
  enteredByStaff: 0,
  confirmedByCall: 0,
  reopened: 0,
  refused: 0,
  impossible: 0,
  cancelled: 0,
  merged: 0,
  transferred: 0,
  rated: 0,
  stars: 0,
});

/**
 * Honest numbers of a community, kept by `jobs` so that no reader counts orders (docs/adr/0007-tallies.md). `_id` is
 * the community's; beside it each further branch has one under its own id, of which only what waits says anything.
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
  /** Findings in the books that nobody has settled; absent before the first. */
  readonly alarms?: number;
  /** Lines by hand that wait for their second person; absent before the first. */
  readonly grants?: number;
  /** Months that wait for the secretary to confirm them; absent before the first. */
  readonly reviews?: number;
  /** Posts that nobody holds, as the last night found them; absent before the first. */
  readonly vacancies?: number;
  /** The day of the newest of them: `2026-11-28`. */
  readonly reviewDay?: string;
  /** Which limits of the environment's plan come near, as the last night found; absent before the first warning. */
  readonly quotas?: readonly QuotaWarning[];
}

export const tallies = collection<Tally>('tallies');

/** How many months a tally keeps. */
export const monthLimit = 12;

export function emptyTally(communityId: string, until: Date): Tally {
  return { _id: communityId, until, months: [], loads: [], contests: 0, reversals: 0 };
}
