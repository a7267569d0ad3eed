import type { ReviewMonth, ReviewYearView } from '../../../../miniprogram/contracts/review';
import type { Review, ReviewRow } from '../review';
import { addScores } from './score';
import { addSums } from './sums';

/** What a year is made of. */
export interface YearInput {
  readonly person: { readonly personId: string; readonly name: string };
  readonly year: number;
  /** Shanghai's month of now. */
  readonly thisMonth: string;
  readonly reviews: readonly Pick<Review, 'month' | 'state'>[];
  readonly rows: readonly ReviewRow[];
  readonly view: (row: ReviewRow) => NonNullable<ReviewMonth['row']>;
}

const monthsOfYear = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/**
 * A year from its twelve months; one that was never reviewed is shown as missing, and none is put in its place (S2-21).
 */
export function yearOf({ person, year, thisMonth, reviews, rows, view }: YearInput): ReviewYearView {
  const months = monthsOfYear.map((text): ReviewMonth => {
    const month = `${year}-${text}`;
    const review = reviews.find((one) => one.month === month);
    const row = rows.find((one) => one.month === month);
    if (!review) return { month, state: month > thisMonth ? 'ahead' : 'missing' };
    return { month, state: review.state, ...(row && { row: view(row) }) };
  });
  const shown = months.flatMap(({ row }) => (row ? [row] : []));
  const score = addScores(shown.map((row) => row.score));
  return {
    ...person,
    year,
    months,
    sums: addSums(shown.map(({ sums }) => sums)),
    ...(score !== undefined && { score }),
    missing: months.filter(({ month, state }) => month < thisMonth && state !== 'confirmed').map(({ month }) => month),
  };
}
