import type { DayKind } from './day-kind';
import type { NameApart } from './name-apart';
import type { MemberClass } from './passbook';

/**
 * Where a month stands: its lines still come in, its last Saturday has come and somebody may confirm it, or it is
 * frozen (S2-20).
 */
export const reviewStates = ['gathering', 'draft', 'confirmed'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** The units that a review looks at; courtyard points buy goods and are no part of it. */
export const reviewUnits = ['organization', 'service'] as const;
export type ReviewUnit = (typeof reviewUnits)[number];

/**
 * What a month is assessed by (S2-19: 三评 is not enumerated, so that it is a list that a community chooses from): points
 * and meetings of organisation life, absences, points of service, and how often residents confirmed a service.
 */
export const reviewSources = ['organization', 'attendance', 'absence', 'service', 'residents'] as const;
export type ReviewSource = (typeof reviewSources)[number];

/** The sources that count, each with what one of it is worth in percent. */
export type ReviewScoring = readonly { readonly source: ReviewSource; readonly weight: number }[];

/** The book of one unit in one month. */
export interface UnitSums {
  /** Signed points of lines that count in this month. */
  readonly points: number;
  /** How often it was counted: meetings attended, services that were confirmed. */
  readonly times: number;
  /** Meetings without an excuse. */
  readonly absences: number;
  /** Lines of months that were frozen when they were written: how many, and their points. They count here. */
  readonly lateLines: number;
  readonly latePoints: number;
  /** Of those lines: how often it was counted, and meetings without an excuse; absent where no line is late. */
  readonly lateTimes?: number;
  readonly lateAbsences?: number;
}

/** One member's month. */
export interface ReviewRowView extends NameApart {
  readonly personId: string;
  readonly name: string;
  /** As it was in that month; absent for who is in none. */
  readonly memberClass?: MemberClass;
  readonly sums: Readonly<Record<ReviewUnit, UnitSums>>;
  /** By the sources and weights of that month; absent where it had none. */
  readonly score?: number;
  /** What the branch says of the month in words. */
  readonly remark?: string;
}

/** One month of a branch. */
export interface ReviewLine {
  /** `2026-10` */
  readonly month: string;
  readonly state: ReviewState;
  /** The last Saturday of the month: `2026-10-31`. */
  readonly day: string;
  /** What the calendar of holidays says of it. */
  readonly dayKind: DayKind;
  readonly people: number;
  /** When its lines were read last. */
  readonly draftedAt: string;
  readonly confirmed?: { readonly name: string; readonly at: string };
  /** By what it is assessed, as it was decided when it was drafted last; none where nothing is. */
  readonly scoring: ReviewScoring;
}

/** A month in the list of a branch's. */
export interface ListedReview extends ReviewLine {
  /** Raised by whatever changes it; confirming names the one that was read. */
  readonly version: number;
  /** The reader may confirm it now. */
  readonly mayConfirm: boolean;
}

export interface ReviewView extends ReviewLine {
  readonly rows: readonly ReviewRowView[];
  /** Raised by whatever changes it; confirming names the one that was read. */
  readonly version: number;
  /** Starts of the digest over all rows, once they were read whole; who keeps a copy can compare it. */
  readonly digest: string;
  /** The reader writes remarks; they may confirm it now. */
  readonly mine: boolean;
  readonly mayConfirm: boolean;
  readonly next?: string;
}

/** One month of a year of somebody's; `state` is missing where there is no review of it. */
export interface ReviewMonth {
  readonly month: string;
  readonly state: ReviewState | 'missing' | 'ahead';
  readonly row?: ReviewRowView;
}

/** A year of twelve months (S2-21). */
export interface ReviewYearView {
  readonly personId: string;
  readonly name: string;
  readonly year: number;
  readonly months: readonly ReviewMonth[];
  /** Sums of the months that are there. */
  readonly sums: Readonly<Record<ReviewUnit, UnitSums>>;
  /** The months' scores together; absent where no month has one. */
  readonly score?: number;
  /** Months that have passed without a confirmed review. */
  readonly missing: readonly string[];
}

export interface ReviewedBranch {
  readonly branchId: string;
  readonly name: string;
}

export interface ReviewApi {
  /** The months of the caller's branch, or, for who reads all of them, of the one that is named; newest first. */
  'review.list': {
    input: { branchId?: string; cursor?: string };
    /** `branches`: those among which the reader chooses; absent for who reads one. */
    output: {
      reviews: readonly ListedReview[];
      branches?: readonly ReviewedBranch[];
      /** The reader looks at what stands out in the books (`passbook.getPatterns`). */
      mayInspect: boolean;
      next?: string;
    };
  };
  /** One month, its members by name. */
  'review.get': { input: { month: string; branchId?: string; cursor?: string }; output: ReviewView };
  /** Says in words how somebody's month was; empty words take them away. */
  'review.remark': {
    input: { month: string; personId: string; words?: string; requestId: string };
    output: { row: ReviewRowView; version: number };
  };
  /** Freezes a month as it was read. */
  'review.confirm': { input: { month: string; version: number; requestId: string }; output: ReviewLine };
  /** Twelve months of somebody: one's own, or a member's of the branch. */
  'review.getYear': { input: { year: number; personId?: string }; output: ReviewYearView };
}
