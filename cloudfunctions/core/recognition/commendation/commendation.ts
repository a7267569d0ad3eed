import type { CommendationPeriod, CommendationRule } from '../../../../miniprogram/contracts/recognition';
import type { Acts } from '../../access/act';
import { collection } from '../../platform/database';
import type { RequestRecord } from '../../platform/request';
import type { Commended } from '../rules/commend';

/**
 * Who was commended for a month or a year of a branch. `_id` is `<branchId>:<period>`. It is written once, when it is
 * approved: what waits for that follows from frozen reviews, and is stored nowhere.
 */
export interface Commendation extends Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly branchId: string;
  readonly period: CommendationPeriod;
  /** The rule by which it was drafted. */
  readonly rule: CommendationRule;
  readonly people: readonly Commended[];
  /** Whom the rule would have had; none without a reason. */
  readonly leftOut: readonly Pick<Commended, 'personId' | 'name'>[];
  readonly reason: string;
  readonly missing: readonly string[];
  /** Everybody whom it names, to find it by. */
  readonly personIds: readonly string[];
  readonly digest: string;
  readonly approved: { readonly personId: string; readonly name: string; readonly at: Date };
  readonly request: RequestRecord;
}

export const commendations = collection<Commendation>('commendations');

export function commendationIdOf(branchId: string, period: CommendationPeriod): string {
  return `${branchId}:${period}`;
}
