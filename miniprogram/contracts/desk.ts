import type { OrderSummary } from './order';
import type { WaitingView } from './passbook';

/** What the plan of the environment limits; `time`: of functions, `traffic`: out of them. */
export type QuotaItem = 'calls' | 'storage' | 'time' | 'traffic';

/** A limit that comes near, or at this pace will be reached before the month ends. */
export interface QuotaWarning {
  readonly item: QuotaItem;
  /** Used up. */
  readonly percent: number;
}

/** The secretary's desk: what needs a hand today, then honest numbers of the month. */
export interface DeskView {
  /** `oldestHours`: since its requester asked. */
  readonly overdue: { readonly count: number; readonly oldestHours: number };
  /** The title, of the one that waits longest, stands with the first page alone. */
  readonly returned: { readonly count: number; readonly title?: string };
  readonly reopened: { readonly count: number; readonly title?: string };
  /** A person has to decide whether others read something of them; of `late`, should have by now. */
  readonly withheld: { readonly count: number; readonly late: number };
  readonly waiting: WaitingView;
  /** Posts that nobody holds, as the last night found them; absent where there are none. */
  readonly vacancies?: number;
  /** Limits of the environment's plan that come near, as the last night found them; absent where none does. */
  readonly quotas?: readonly QuotaWarning[];
  /** There are more than were counted. */
  readonly countsAtLeast?: true;
  /** A page of the list that was asked for, the longest waiting first. */
  readonly orders: readonly OrderSummary[];
  readonly next?: string;
  readonly month: {
    readonly until: string;
    readonly created: number;
    readonly solved: number;
    /** Who did those solved: several may have done one together. */
    readonly helpers: number;
    readonly unrated: number;
    /** Done, and its requester could never be asked on the phone. */
    readonly unreachable: number;
    readonly unsolved: number;
    /** Of those made: entered by staff who took a call. */
    readonly enteredByStaff: number;
    /** Of those solved: staff asked on the phone. */
    readonly confirmedByCall: number;
    /** Their requester said at some time that it was not solved, whatever became of it since. */
    readonly reopened: number;
    /** Of those unsolved. */
    readonly refused: number;
    readonly impossible: number;
    /** Not among those made: withdrawn, merged, answered by somebody outside. */
    readonly cancelled: number;
    readonly merged: number;
    readonly transferred: number;
    /** Stars of the month; absent below five ratings. */
    readonly rating?: { readonly average: number; readonly of: number };
  };
  /** Six months, oldest first. */
  readonly months: readonly { readonly month: string; readonly created: number; readonly solved: number }[];
}
