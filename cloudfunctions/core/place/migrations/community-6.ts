import type { MigrationPlan } from '../../schema/types';

/** A community has branches as documents of their own; what it had is the first, under the id that its lines carry. */
export const firstBranchApart: MigrationPlan = {
  to: 6,
  part: ({ _id, ...community }) => ({
    into: 'branches',
    documents: [{ _id: `branch:${_id}`, communityId: _id, name: community['branchName'], kind: 'community' }],
  }),
  migrate: (community) => community,
};
