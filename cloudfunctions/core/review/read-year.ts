import type { ReviewYearView } from '../../../miniprogram/contracts/review';
import type { Person } from '../person/person';
import { branchOfPerson } from '../place/branch';
import type { Database } from '../platform/database';
import { reviewRows, reviews } from './review';
import { yearOf } from './rules/year';
import { reviewRowView } from './view';

/** Somebody may have been of two branches in one month. */
const rowsAtMost = 36;
const monthsAtMost = 12;

/** Twelve months of somebody. Two reads. */
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
  return yearOf({
    person: { personId: person._id, name: person.name },
    year,
    thisMonth,
    reviews: known,
    rows,
    view: reviewRowView,
  });
}
