import type { Where } from '../platform/database';

const prefix = 'branch:';

/**
 * The branch that keeps the books of a community: who may close and sign for whom is the branch's, not a grid's. One
 * branch a community, until a community is given more.
 */
export function branchIdOf(communityId: string): string {
  return `${prefix}${communityId}`;
}

/** The branch that keeps somebody's books: their own, else the community's first. */
export function branchOfPerson(person: { readonly communityId: string; readonly branchId?: string }): string {
  return person.branchId ?? branchIdOf(person.communityId);
}

/**
 * How the posts of a branch are found, by which it is known who keeps its books. A post carries no branch yet: those of
 * the community are those of its one branch. Once a community has several, posts name theirs, and this asks for it;
 * nothing else does.
 */
export function postsOfBranch(branchId: string): Where {
  return { communityId: branchId.slice(prefix.length) };
}
