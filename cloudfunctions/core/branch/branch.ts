import type { BranchKind } from '../../../miniprogram/contracts/branch';
import type { Acts } from '../access/act';
import { branchIdOf } from '../place/branch';
import { collection } from '../platform/database';
import { derivedId } from '../platform/ids';
import type { RequestRecord } from '../platform/request';

/** A branch of a community: it keeps books, activities and an anchor of its own. */
export interface Branch extends Acts {
  /** `branchIdOf` for the first of a community, else `namedBranchId`. */
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  readonly kind: BranchKind;
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
