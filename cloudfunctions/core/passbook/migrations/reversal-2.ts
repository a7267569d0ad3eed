import type { MigrationPlan } from '../../schema/types';

/** What is to be settled about a line is settled by the branch that keeps the book. */
export const reversalBranch: MigrationPlan = {
  to: 2,
  migrate: (reversal) => ({ ...reversal, branchId: `branch:${String(reversal['communityId'])}` }),
};
