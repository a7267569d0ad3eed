import type { Acts } from '../access/act';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** Somebody who lives in a household, as its plan names them. */
export interface Resident {
  readonly personId: string;
  readonly name: string;
  /** The end of their number, where another one of the household has the same name. */
  readonly phoneEnd?: string;
  readonly tenant: boolean;
  /** Lives alone, and agreed that those who serve them see it (S4-03). */
  readonly alone: boolean;
  /** Who heard them say so, or take it back, last. */
  readonly heard?: { readonly byName: string; readonly at: Date };
}

/** A day of a visit, and who made it or means to. */
export interface DayOfVisit {
  readonly day: string;
  readonly personId: string;
  readonly byName: string;
}

/**
 * When a household was visited and when it is to be visited again, with all that a list of households shows. `_id` is
 * the household's. Who lives there, its names and its lane chief are copies (`projections.ts`).
 */
export interface VisitPlan extends Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly path: string;
  readonly label: string;
  /** Every place above the household, and itself. */
  readonly scopes: readonly string[];
  /** Where the lane chief who looks after it holds their post; null where nobody does. */
  readonly chiefAt: string | null;
  /** Bounded; those who live alone first. */
  readonly residents: readonly Resident[];
  readonly people: number;
  readonly alone: boolean;
  /** The day from which it is known. */
  readonly since: string;
  /** The last visit at which somebody was met. */
  readonly last: DayOfVisit | null;
  /** Nobody opened, since the last one. */
  readonly missed: DayOfVisit | null;
  readonly planned: DayOfVisit | null;
  /** By when somebody goes again, by the policy's periods. */
  readonly dueDay: string;
  /** People who live alone first, then by the day that is due; unique. */
  readonly listKey: string;
  /** Counts every change that is decided on. */
  readonly revision: number;
  readonly requests: readonly RequestRecord[];
}

export const visitPlans = collection<VisitPlan>('visitPlans');

/** A plan remembers so many calls. */
export const requestLimit = 10;
