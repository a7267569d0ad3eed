/**
 * The branch that keeps the books of a community: who may close and sign for whom is the branch's, not a grid's. One
 * branch a community, until a community is given more.
 */
export function branchIdOf(communityId: string): string {
  return `branch:${communityId}`;
}
