import { reviewUnits, type ReviewUnit, type UnitSums } from '../../../../miniprogram/contracts/review';
import type { Entry } from '../../passbook/entry';
import { countingMonth, ownMonth, reviewedUnit, type FrozenThrough, type ReviewedLine } from './counting-month';

export type MonthSums = Readonly<Record<ReviewUnit, UnitSums>>;

/** What of a line is counted. */
export type CountedLine = ReviewedLine & Pick<Entry, 'points' | 'countDelta'>;

const none: UnitSums = { points: 0, times: 0, absences: 0, lateLines: 0, latePoints: 0 };

export const noSums: MonthSums = { organization: none, service: none };

/** A member's month from the lines of their books, whatever else these hold. */
export function sumsOf(lines: readonly CountedLine[], month: string, frozenThrough: FrozenThrough): MonthSums {
  return lines.reduce<MonthSums>((sums, line) => {
    const unit = reviewedUnit(line);
    if (unit === null || countingMonth(line, unit, frozenThrough) !== month) return sums;
    return { ...sums, [unit]: withLine(sums[unit], line, month) };
  }, noSums);
}

function withLine(sums: UnitSums, line: CountedLine, month: string): UnitSums {
  if (ownMonth(line) !== month)
    return { ...sums, lateLines: sums.lateLines + 1, latePoints: sums.latePoints + line.points };
  return {
    ...sums,
    points: sums.points + line.points,
    times: sums.times + line.countDelta,
    absences: sums.absences + absenceOf(line),
  };
}

/** An absence, or one that was taken back: its undo gives points back and takes no time away. */
function absenceOf({ cause, points, countDelta, reversal }: CountedLine): -1 | 0 | 1 {
  if (cause === 'absent') return 1;
  const isUndone = reversal !== null && reversal.ofEntryId.startsWith('activity:') && points > 0 && countDelta === 0;
  return isUndone ? -1 : 0;
}

/** Several months together. */
export function addSums(months: readonly MonthSums[]): MonthSums {
  const add = (unit: ReviewUnit): UnitSums =>
    months.reduce<UnitSums>(
      (sum, { [unit]: one }) => ({
        points: sum.points + one.points,
        times: sum.times + one.times,
        absences: sum.absences + one.absences,
        lateLines: sum.lateLines + one.lateLines,
        latePoints: sum.latePoints + one.latePoints,
      }),
      none,
    );
  return { organization: add('organization'), service: add('service') };
}

/** The number of the last line of each book; of a book without one, what was known before. */
export function throughOf(
  lines: readonly Pick<Entry, 'unit' | 'sequence'>[],
  before: Readonly<Record<ReviewUnit, number>>,
): Readonly<Record<ReviewUnit, number>> {
  const last = (unit: ReviewUnit) =>
    Math.max(before[unit], ...lines.filter((line) => line.unit === unit).map(({ sequence }) => sequence));
  const [organization, service] = reviewUnits.map(last);
  return { organization: organization ?? 0, service: service ?? 0 };
}
