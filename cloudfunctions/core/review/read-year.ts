import type { ReviewYearView } from '../../../miniprogram/contracts/review';
import type { Person } from '../person/person';
import { branchOfPerson } from '../place/branch';
import type { Database } from '../platform/database';
import { reviewRows, reviews, type Review, type ReviewRow } from './review';
import { yearOf } from './rules/year';
import { reviewRowView } from './view';

/** Somebody may have been of two branches in one month. */
const rowsAtMost = 36;
const monthsAtMost = 12;

/** Twelve months of somebody, in whatever branch each was. Two reads, one more for who was of another. */
export async function readYear(
  database: Database,
  person: Person,
  { year, thisMonth }: { readonly year: number; readonly thisMonth: string },
): Promise<ReviewYearView> {
  const month = { gte: `${year}-01`, lte: `${year}-12` };
  const [rows, known] = await Promise.all([
    database.find(reviewRows, {
      where: { personId: person._id, month },
      sort: { month: 'asc' },
      limit: rowsAtMost,
    }),
    database.find(reviews, {
      where: { branchId: branchOfPerson(person), month },
      sort: { month: 'desc' },
      limit: monthsAtMost,
    }),
  ]);
  const others = await readOthers(database, rows, known);
  return yearOf({
    person: { personId: person._id, name: person.name },
    year,
    thisMonth,
    reviews: [...known, ...others],
    rows,
    view: reviewRowView,
  });
}

/** The months of branches to which somebody belonged before, of which rows of theirs stand. */
async function readOthers(
  database: Database,
  rows: readonly ReviewRow[],
  known: readonly Review[],
): Promise<readonly Review[]> {
  const missing = [...new Set(rows.map(({ reviewId }) => reviewId))].filter((id) =>
    known.every(({ _id }) => _id !== id),
  );
  if (missing.length === 0) return [];
  return database.find(reviews, { where: { _id: { oneOf: missing } }, limit: missing.length });
}
