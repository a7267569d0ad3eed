import type { MigrationPlan } from '../../schema/types';

/** A book is kept by a branch: the one of its community. */
export const bookBranch: MigrationPlan = {
  to: 2,
  migrate: (book) => ({ ...book, branchId: `branch:${String(book['communityId'])}` }),
};
