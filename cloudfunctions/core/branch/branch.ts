import type { BranchKind } from '../../../miniprogram/contracts/branch';
import type { AttendanceStandard } from '../../../miniprogram/contracts/policy';
import type { Acts } from '../access/act';
import { branchIdOf } from '../place/branch';
import { collection } from '../platform/database';
import { derivedId } from '../platform/ids';
import type { RequestRecord } from '../platform/request';

/** A standard with the name and version of the rule that it is, as the activities carry it. */
export interface BranchStandard extends AttendanceStandard {
  readonly ruleId: string;
  readonly version: number;
}

/** A branch of a community: it keeps books, activities and an anchor of its own. */
export interface Branch extends Acts {
  /** `branchIdOf` for the first of a community, else `namedBranchId`. */
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  readonly kind: BranchKind;
  /** Members may sign in by a code on the host's phone; absent: by hand alone, which is enough. */
  readonly signInByCode?: boolean;
  /** Its own standards of attendance (S3-06); absent: the community's. */
  readonly attendance?: readonly BranchStandard[];
  /** Of the calls that changed what it decided, the latest last; bounded. */
  readonly requests?: readonly RequestRecord[];
  /** Of the call that made it; absent where a list or the community's own beginning did. */
  readonly request?: RequestRecord;
}

export const branches = collection<Branch>('branches');

/** The id of a branch beside the first: the same name in a community, however it is spaced, is the same branch. */
export function namedBranchId(communityId: string, name: string): string {
  return `${branchIdOf(communityId)}:${derivedId('', communityId, plainName(name))}`;
}

function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}

/** Whether two names are one branch's. */
export function isSameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

/** The branch with which a community begins. */
export function firstBranch(community: { readonly _id: string; readonly branchName: string }): Branch {
  const { _id: communityId, branchName: name } = community;
  return { _id: branchIdOf(communityId), communityId, name, kind: 'community' };
}
