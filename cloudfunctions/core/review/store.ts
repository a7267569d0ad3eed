import type { Database } from '../platform/database';
import { insertMissing } from '../platform/insert-missing';
import { canonicalJson } from '../platform/ids';
import { reviewRows, reviews, type Review, type ReviewRow } from './review';

const rowsAtOnce = 99;
/** A year and what may still be open of the one before. */
const reviewsKnown = 24;

/** The newest months of a branch. One read. */
export function readReviews(database: Database, branchId: string): Promise<readonly Review[]> {
  return database.find(reviews, { where: { branchId }, sort: { month: 'desc' }, limit: reviewsKnown });
}

/** All rows of a month, by name. One read for 99. */
export async function readRows(database: Database, reviewId: string): Promise<readonly ReviewRow[]> {
  const found: ReviewRow[] = [];
  for (;;) {
    const page = await database.find(reviewRows, {
      where: { reviewId, nameKey: { gt: found.at(-1)?.nameKey ?? '' } },
      sort: { nameKey: 'asc' },
      limit: rowsAtOnce,
    });
    found.push(...page);
    if (page.length < rowsAtOnce) return found;
  }
}

/** Writes the rows that are new or differ; repeated, it writes nothing. One write a row, new ones 99 at once. */
export async function writeRows(
  database: Database,
  before: readonly ReviewRow[],
  after: readonly ReviewRow[],
): Promise<void> {
  const known = new Map(before.map((row) => [row._id, row]));
  await insertMissing(
    database,
    reviewRows,
    after.filter(({ _id }) => !known.has(_id)),
  );
  for (const row of after) {
    const stood = known.get(row._id);
    if (!stood || contentOf(stood) === contentOf(row)) continue;
    const { name, nameKey, memberClass, sums, through, score } = row;
    const set = { name, nameKey, memberClass, sums, through, ...(score !== undefined && { score }) };
    const unset = score === undefined && stood.score !== undefined ? { unset: ['score' as const] } : {};
    await database.updateWhere(reviewRows, { _id: row._id }, { set, ...unset });
  }
}

function contentOf({ name, memberClass, sums, through, score }: ReviewRow): string {
  return canonicalJson({ name, memberClass, sums, through, score: score ?? null });
}
