import type { Where } from '../platform/database';

const prefix = 'branch:';

/** A community's first branch: whatever was written before there were several is its, and names no other. */
export function branchIdOf(communityId: string): string {
  return `${prefix}${communityId}`;
}

/** The branch that keeps somebody's books: their own, else the community's first. */
export function branchOfPerson(person: { readonly communityId: string; readonly branchId?: string }): string {
  return person.branchId ?? branchIdOf(person.communityId);
}

/**
 * Under which id accounts, anchors and numbers of a branch are kept: the community's for its first, so that what was
 * written before there were several stands as it was, else the branch's own.
 */
export function keeperIdOf(branchId: string): string {
  return isFirstBranch(branchId) ? branchId.slice(prefix.length) : branchId;
}

/** Whether it is its community's first branch. Others carry one part more in their id (`branch/branch.ts`). */
export function isFirstBranch(branchId: string): boolean {
  return !branchId.slice(prefix.length).includes(':');
}

/**
 * How the posts of a branch are found, by which it is known who keeps its books. Those of the first stand in the
 * community's places; those of any other stand at the branch itself, which is no place, and reach none.
 */
export function postsOfBranch(branchId: string): Where {
  if (!isFirstBranch(branchId)) return { placeId: branchId };
  const communityId = keeperIdOf(branchId);
  return { communityId, path: { gte: communityId, lt: `${communityId}0` } };
}
