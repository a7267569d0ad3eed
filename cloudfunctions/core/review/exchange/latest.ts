import type { MemberRecordView } from '../../../../miniprogram/contracts/exchange';
import type { Database } from '../../platform/database';
import { reviewRows, reviews } from '../review';
import { reviewRowView } from '../view';

/** Nobody leaves so many months open. */
const monthsLookedAt = 12;
const peopleAtMost = 21;

type Latest = NonNullable<MemberRecordView['latest']>;

/** The newest confirmed month of a branch, of these people; who is none of it is missing. Two reads. */
export async function readLatest(
  database: Database,
  branchId: string,
  personIds: readonly string[],
): Promise<readonly Latest[]> {
  if (personIds.length === 0) return [];
  const known = await database.find(reviews, { where: { branchId }, sort: { month: 'desc' }, limit: monthsLookedAt });
  const month = known.find(({ state }) => state === 'confirmed')?.month;
  if (month === undefined) return [];
  const rows = await database.find(reviewRows, {
    where: { personId: { oneOf: personIds }, month },
    limit: peopleAtMost,
  });
  return rows.filter((row) => row.branchId === branchId).map((row) => ({ month, row: reviewRowView(row) }));
}
