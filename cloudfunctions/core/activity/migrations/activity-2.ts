import type { MigrationPlan } from '../../schema/types';

/**
 * An activity belongs to a branch and takes a second person's signature. What was closed before is closed: nobody
 * signed it, and nobody needs to.
 */
export const signaturesAndBranch: MigrationPlan = {
  to: 2,
  migrate: (activity) => ({
    pairCap: 8,
    closing: null,
    signature: null,
    returned: null,
    branchId: `branch:${String(activity['communityId'])}`,
    ...activity,
  }),
};
