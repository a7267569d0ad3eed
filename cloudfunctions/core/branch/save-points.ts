import type { BranchPoints } from '../../../miniprogram/contracts/branch-points';
import type { SignedIn } from '../access/caller';
import { communities, type Community } from '../place/community';
import type { Context } from '../platform/context';
import type { Change } from '../platform/database';
import { derivedId, timeKey } from '../platform/ids';
import { done, refuse, type Result } from '../platform/result';
import { changedPoints, ownPointsOf, withOwnPoints } from '../policy/branch-points';
import { branches, type Branch } from './branch';
import { branchPointAudit, branchPointKind, type BranchPointLine } from './branch-point-audit';

/** A branch with what it decides now; `write`: what else is written of it, together. */
interface Decided {
  readonly branch: Branch;
  readonly points: BranchPoints | null;
  readonly write: Change<Branch>;
}

/**
 * Writes what a branch decides on points, beside its community's policy, where whatever reads that finds it; each value
 * that is other than before is a line of the audit.
 */
export function savePoints(
  context: Context,
  caller: SignedIn,
  { branch, points, write }: Decided,
): Promise<Result<{ readonly community: Community; readonly lines: readonly BranchPointLine[] }>> {
  return context.database.transaction(async (transaction) => {
    const before = await transaction.get(communities, branch.communityId);
    if (!before) return refuse('NOT_FOUND');
    const community = { ...before, branchPoints: withOwnPoints(before, branch._id, points) };
    const lines = changedPoints(ownPointsOf(before, branch._id), points).map((change) =>
      lineOf(context, caller, branch, change),
    );
    if (lines.length > 0) {
      await transaction.update(communities, before._id, { set: { branchPoints: community.branchPoints } });
      for (const line of lines) await transaction.insert(branchPointAudit, line);
    }
    await transaction.update(branches, branch._id, write);
    return done({ community, lines });
  });
}

function lineOf(
  { clock, request }: Context,
  { login, hat }: SignedIn,
  { _id: branchId, communityId }: Branch,
  { setting, from, to }: ReturnType<typeof changedPoints>[number],
): BranchPointLine {
  const at = clock.now();
  const _id = derivedId('a', request.requestKey, setting);
  const by = { personId: login.personId, name: login.name, hat: hat.hat };
  return {
    ...{ _id, communityId, kind: branchPointKind(branchId), setting, at, by, slot: _id },
    timeKey: timeKey(at, _id),
    from: from ?? null,
    to: to ?? null,
  };
}
