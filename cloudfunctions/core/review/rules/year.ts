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
  /** Of the branch to which they belong, and of any other in which rows of theirs stand. */
  readonly reviews: readonly Pick<Review, '_id' | 'month' | 'state'>[];
  readonly rows: readonly ReviewRow[];
  readonly view: (row: ReviewRow) => NonNullable<ReviewMonth['row']>;
}

const monthsOfYear = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/**
 * A year from its twelve months; one that was never reviewed is shown as missing, and none is put in its place (S2-21).
 * In the month in which somebody changed branch what both have of them is added; it is confirmed once both are.
 */
export function yearOf({ person, year, thisMonth, reviews, rows, view }: YearInput): ReviewYearView {
  const months = monthsOfYear.map((text): ReviewMonth => {
    const month = `${year}-${text}`;
    const own = rows.filter((one) => one.month === month);
    const ofMonth = reviews.filter((one) => one.month === month);
    const withRow = ofMonth.filter(({ _id }) => own.some(({ reviewId }) => reviewId === _id));
    const [review] = withRow.filter(({ state }) => state !== 'confirmed').concat(withRow, ofMonth);
    if (!review) return { month, state: month > thisMonth ? 'ahead' : 'missing' };
    return { month, state: review.state, ...together(own, view) };
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

/** The rows of one month as one: sums and scores added, what each branch said one after the other. */
function together(rows: readonly ReviewRow[], view: YearInput['view']): Pick<ReviewMonth, 'row'> {
  const last = rows.at(-1);
  if (!last) return {};
  const score = addScores(rows.map((row) => row.score));
  const remark = rows.flatMap((row) => (row.remark === '' ? [] : [row.remark])).join('；');
  return {
    row: view({ ...last, sums: addSums(rows.map(({ sums }) => sums)), remark, ...(score !== undefined && { score }) }),
  };
}
