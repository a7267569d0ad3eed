import type { DayKind } from '../../../miniprogram/contracts/day-kind';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import type { ReviewScoring, ReviewState, ReviewUnit, UnitSums } from '../../../miniprogram/contracts/review';
import type { Acts } from '../access/act';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/**
 * A month of a branch (S2-20). `_id` is `<branchId>:<month>`. It is drafted anew every night until it is confirmed, and
 * never after.
 */
export interface Review extends Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly branchId: string;
  readonly branchName: string;
  /** `2026-10`, Shanghai's month. */
  readonly month: string;
  readonly state: ReviewState;
  /** The last Saturday of the month: `2026-10-31`. */
  readonly day: string;
  readonly dayKind: DayKind;
  readonly people: number;
  /** By what it is assessed: as the community had decided at its last draft, and for good once it is confirmed. */
  readonly scoring?: ReviewScoring;
  /** When the lines of its rows were read. */
  readonly draftedAt: Date;
  /** Since when a share of the job rewrites its rows; nobody confirms it meanwhile. */
  readonly draftingSince?: Date | undefined;
  /** SHA-256 over all rows without names and words (`rules/digest.ts`); '' before the first draft is whole. */
  readonly digest: string;
  readonly confirmed: { readonly personId: string; readonly name: string; readonly at: Date } | null;
  readonly version: number;
  /** The last writes, so that a repeat is recognised. */
  readonly requests: readonly RequestRecord[];
}

/** One member's month. `_id` is `<reviewId>:<personId>`. */
export interface ReviewRow {
  readonly _id: string;
  readonly communityId: string;
  readonly branchId: string;
  readonly reviewId: string;
  readonly month: string;
  readonly personId: string;
  readonly name: string;
  /** Sorts by name and is unique: `<name>:<personId>`. */
  readonly nameKey: string;
  /** As it was in that month. */
  readonly memberClass: MemberClass | null;
  readonly sums: Readonly<Record<ReviewUnit, UnitSums>>;
  /** By the month's sources and weights; absent where nothing counts. */
  readonly score?: number;
  /** The number of the last line of each book that was there when it was drafted: later ones count later. */
  readonly through: Readonly<Record<ReviewUnit, number>>;
  /** What the branch says of it in words; '' for nothing. */
  readonly remark: string;
}

export const reviews = collection<Review>('reviews');
export const reviewRows = collection<ReviewRow>('reviewRows');

export function reviewIdOf(branchId: string, month: string): string {
  return `${branchId}:${month}`;
}

export function reviewRowIdOf(reviewId: string, personId: string): string {
  return `${reviewId}:${personId}`;
}
