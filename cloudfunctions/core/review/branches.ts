import { branches } from '../branch/branch';
import type { Database } from '../platform/database';

/** A branch that keeps months, and where its people and lines are found. */
export interface ReviewedBranch {
  readonly branchId: string;
  readonly branchName: string;
  readonly communityId: string;
}

const branchesAtOnce = 20;

/** The branches behind one, in the order of their ids; `next` is where the page after it begins. One read. */
export async function readBranches(
  database: Database,
  after: string,
): Promise<{ readonly branches: readonly ReviewedBranch[]; readonly hasMore: boolean }> {
  const found = await database.find(branches, {
    where: { _id: { gt: after } },
    sort: { _id: 'asc' },
    limit: branchesAtOnce,
  });
  const page = found.map(({ _id: branchId, name: branchName, communityId }) => ({ branchId, branchName, communityId }));
  return { branches: page, hasMore: found.length === branchesAtOnce };
}
