import type { BranchPointSetting } from '../../../miniprogram/contracts/branch-points';
import type { Hat } from '../../../miniprogram/contracts/hat';
import { collection, type Question } from '../platform/database';

/** What a branch changed of its points: a line of the audit beside the policy's. */
export interface BranchPointLine {
  readonly _id: string;
  readonly communityId: string;
  /** `branchPoints:<branchId>`: each branch's lines are a list of their own. */
  readonly kind: `branchPoints:${string}`;
  readonly setting: BranchPointSetting;
  /** Null: the community's counted before, or counts since. */
  readonly from: number | null;
  readonly to: number | null;
  readonly at: Date;
  /** Sorts by time and is unique: `timeKey(at, _id)`. */
  readonly timeKey: string;
  readonly by: { readonly personId: string; readonly name: string; readonly hat: Hat };
  /** Its own `_id`: it takes nothing of a day. */
  readonly slot: string;
}

export const branchPointAudit = collection<BranchPointLine>('audit');

/** As many as are shown. */
const shownChanges = 20;

export function branchPointKind(branchId: string): BranchPointLine['kind'] {
  return `branchPoints:${branchId}`;
}

/** What a branch changed last, the newest first. */
export function changesOfBranch(communityId: string, branchId: string): Question<BranchPointLine> {
  const where = { communityId, kind: branchPointKind(branchId) };
  return { of: branchPointAudit, where, sort: { timeKey: 'desc' }, limit: shownChanges };
}
