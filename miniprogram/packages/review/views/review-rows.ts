import { reviewUnits, type ListedReview, type ReviewMonth, type ReviewRowView } from '../../../contracts/review';
import { nameApart } from '../../../text/person/name-apart';
import type { Selectable } from '../../../views/selection';
import { className } from '../../../text/passbook/classes';
import { monthLine, monthStateName, monthTitle, scoreLine, unitLine } from '../text/reviews';

/** A month in the list of months. */
export interface MonthRow extends Selectable {
  readonly month: string;
  /** The one that the reader saw: confirming names it. */
  readonly version: number;
  readonly title: string;
  readonly line: string;
}

/** The draft that the reader may confirm may be chosen. */
export function monthRow(review: ListedReview): MonthRow {
  const { month, version, mayConfirm } = review;
  const title = monthTitle(month);
  return { month, version, title, line: monthLine(review), selectId: mayConfirm ? month : '', selectName: title };
}

/** A member's month as the branch reads it. */
export interface MemberRow {
  readonly personId: string;
  readonly name: string;
  readonly className: string;
  readonly lines: readonly string[];
  /** '' for none. */
  readonly remark: string;
  readonly isLate: boolean;
}

export function memberRow(view: ReviewRowView): MemberRow {
  const { personId, memberClass, sums, score, remark = '' } = view;
  return {
    personId,
    name: nameApart(view),
    className: memberClass ? className(memberClass) : '',
    lines: [...unitLines(sums), scoreLine(score)].filter(Boolean),
    remark,
    isLate: reviewUnits.some((unit) => sums[unit].lateLines > 0),
  };
}

/** Units in which something happened; the first of them where nothing did. */
export function unitLines(sums: ReviewRowView['sums']): readonly string[] {
  const used = reviewUnits.filter((unit) => {
    const { times, points, absences, lateLines } = sums[unit];
    return times !== 0 || points !== 0 || absences !== 0 || lateLines !== 0;
  });
  return used.length === 0 ? [] : used.map((unit) => unitLine(unit, sums[unit]));
}

/** One month of a member's year: its bar is of the year's tallest. */
export interface YearRow {
  readonly month: string;
  readonly title: string;
  readonly state: string;
  readonly isMissing: boolean;
  readonly lines: readonly string[];
  readonly remark: string;
  /** Height in percent. */
  readonly bar: number;
  /** Under its bar: the first month of each quarter. */
  readonly short: string;
}

const pointsOf = ({ row }: ReviewMonth): number =>
  row ? reviewUnits.reduce((sum, unit) => sum + Math.max(0, row.sums[unit].points), 0) : 0;

export function yearRows(months: readonly ReviewMonth[]): readonly YearRow[] {
  const tallest = Math.max(1, ...months.map(pointsOf));
  return months.map((one) => ({
    month: one.month,
    title: monthTitle(one.month),
    short: Number(one.month.slice(5)) % 3 === 1 ? String(Number(one.month.slice(5))) : '',
    state: monthStateName(one.state),
    isMissing: one.state === 'missing',
    lines: one.row ? [...unitLines(one.row.sums), scoreLine(one.row.score)].filter(Boolean) : [],
    remark: one.row?.remark ?? '',
    bar: Math.round((pointsOf(one) / tallest) * 100),
  }));
}
