import type { Question } from '../../platform/database';
import { reviews, type Review } from '../../review/review';

/** Two years of months, so that a year is whole as long as it may be approved. */
const monthsLookedAt = 30;

/** The newest months of a branch. */
export const monthsOfBranch = (branchId: string): Question<Review> => ({
  of: reviews,
  where: { branchId },
  sort: { month: 'desc' },
  limit: monthsLookedAt,
});

/** Those of them that are confirmed. */
export function frozenMonths(found: readonly Review[]): readonly string[] {
  return found.filter(({ state }) => state === 'confirmed').map(({ month }) => month);
}
