import type { MemberRecordView } from '../../../../miniprogram/contracts/exchange';
import type { Database, Question } from '../../platform/database';
import { reviewIdOf, reviewRowIdOf, reviewRows, reviews, type Review } from '../review';
import { reviewRowView } from '../view';

type Latest = NonNullable<MemberRecordView['latest']>;

/** Somebody, and the branch to which they belong. */
interface BranchMember {
  readonly personId: string;
  readonly branchId: string;
}

/**
 * The newest confirmed month of each one's branch, as it says of them; who is none of it is missing. Two reads, however
 * many branches there are.
 * @param members one page of them at most
 */
export async function readLatest(database: Database, members: readonly BranchMember[]): Promise<readonly Latest[]> {
  const branchIds = [...new Set(members.map(({ branchId }) => branchId))];
  if (branchIds.length === 0) return [];
  const found = await database.findTogether(reviews, branchIds.map(newestConfirmed));
  const monthOf = new Map((found ?? []).flat().map(({ branchId, month }) => [branchId, month]));
  const rowIds = members.flatMap(({ personId, branchId }) => {
    const month = monthOf.get(branchId);
    return month === undefined ? [] : [reviewRowIdOf(reviewIdOf(branchId, month), personId)];
  });
  if (rowIds.length === 0) return [];
  const rows = await database.find(reviewRows, { where: { _id: { oneOf: rowIds } }, limit: rowIds.length });
  return rows.map((row) => ({ month: row.month, row: reviewRowView(row) }));
}

function newestConfirmed(branchId: string): Question<Review> {
  return { of: reviews, where: { branchId, state: 'confirmed' }, sort: { month: 'desc' }, limit: 1 };
}
