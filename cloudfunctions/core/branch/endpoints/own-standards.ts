import type { ActivityPolicy } from '../../activity/policy';
import { defaultMaxPoints, standardRules } from '../../activity/rules/attendance-rules';
import type { Community } from '../../place/community';
import { branchPointRanges, ownPointsOf, pointsInForce } from '../../policy/branch-points';
import type { Branch } from '../branch';
import type { BranchPointLine } from '../branch-point-audit';
import type { BranchDecisions, OwnStandards } from '../view';

/** A branch's standards of attendance: its own, else its community's, else what a branch without a book begins with. */
function ownStandards({ attendance }: Branch, policy: ActivityPolicy): OwnStandards {
  const rules = attendance ?? policy.attendance ?? standardRules;
  const standards = rules.map(({ memberClass, present, absent, organised, guided }) => ({
    ...{ memberClass, present, absent, organised, guided },
  }));
  return { standards, maxPoints: policy.maxPoints ?? defaultMaxPoints };
}

/** What counts in a branch for attendance and for points, and what it changed last. */
export function decisionsOf(
  branch: Branch,
  community: Community,
  changes: readonly BranchPointLine[] = [],
): BranchDecisions {
  return {
    standards: ownStandards(branch, community.policy.activity),
    points: {
      ownPoints: ownPointsOf(community, branch._id) !== undefined,
      points: pointsInForce(community, branch._id),
      pointRanges: branchPointRanges,
      pointChanges: changes.map(({ setting, from, to, at, by }) => ({
        setting,
        ...(from !== null && { from }),
        ...(to !== null && { to }),
        at: at.toISOString(),
        name: by.name,
      })),
    },
  };
}
