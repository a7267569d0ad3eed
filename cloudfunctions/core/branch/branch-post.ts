import type { BranchPostHat } from '../../../miniprogram/contracts/branch';
import type { Post } from '../place/post';
import type { Branch } from './branch';

/**
 * A post of a branch beside the community's first, one for each person and hat. It stands at the branch, which is no
 * place, and its path reaches none: whoever holds it acts in that branch alone.
 */
export function branchPost(
  branch: Branch,
  { personId, hat }: { personId: string; hat: BranchPostHat },
  at: Date,
): Post {
  const { _id: branchId, communityId, name } = branch;
  return {
    _id: `${hat}_${branchId}_${personId}`,
    communityId,
    hat,
    placeId: branchId,
    path: branchId,
    placeName: name,
    branchId,
    since: at,
    heldBy: null,
  };
}
