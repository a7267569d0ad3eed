import type { Acts } from '../access/act';
import type { Outbox } from '../message/outbox';
import { collection } from '../platform/database';

/** Somebody of the branch, by name. */
export interface Helper {
  readonly personId: string;
  readonly name: string;
}

/**
 * That somebody of the committee class visits a member at home, again and again. `_id` is the member's. Days are
 * Shanghai's: `2026-11-28`.
 */
export interface HomeVisitPlan extends Outbox, Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly branchId: string;
  readonly name: string;
  readonly visitor: Helper;
  readonly lastDay: string | null;
  readonly dueDay: string;
  /** On this day the visitor is reminded; absent once they were. */
  readonly remindDay?: string;
}

/** A visit that was made. What was said is forgotten when the policy's days are over. */
export interface HomeVisit {
  readonly _id: string;
  readonly communityId: string;
  readonly branchId: string;
  readonly personId: string;
  readonly by: Helper;
  readonly day: string;
  /** What was said of policy. */
  readonly policy: string;
  readonly needs: string;
  readonly at: Date;
  readonly keepUntil: Date;
}

export const homeVisitPlans = collection<HomeVisitPlan>('homeVisitPlans');
export const homeVisits = collection<HomeVisit>('homeVisits');
