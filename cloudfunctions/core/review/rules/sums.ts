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
    return {
      ...sums,
      lateLines: sums.lateLines + 1,
      latePoints: sums.latePoints + line.points,
      lateTimes: (sums.lateTimes ?? 0) + line.countDelta,
      lateAbsences: (sums.lateAbsences ?? 0) + absenceOf(line),
    };
  return {
    ...sums,
    points: sums.points + line.points,
    times: sums.times + line.countDelta,
    absences: sums.absences + absenceOf(line),
  };
}

/**
 * An absence, by the close or by a correction, which counts a time for everything but an absence; or one that was taken
 * back: its undo takes no points and no time away.
 */
function absenceOf({ cause, points, countDelta, reversal }: CountedLine): -1 | 0 | 1 {
  if (countDelta !== 0) return 0;
  if (cause === 'absent' || cause === 'correction') return 1;
  const isOfMeeting = meetingKeys.some((key) => reversal?.ofEntryId.startsWith(key));
  return isOfMeeting && points >= 0 ? -1 : 0;
}

/** How the keys of lines of meetings begin, and of what stands in their place. */
const meetingKeys = ['activity:', 'correction:'] as const;

/** How often somebody was there, with what was written late. */
export const timesOf = ({ times, lateTimes = 0 }: UnitSums): number => times + lateTimes;

/** How often somebody was away without an excuse, with what was written late. */
export const absencesOf = ({ absences, lateAbsences = 0 }: UnitSums): number => absences + lateAbsences;

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
        ...lateCounts(sum, one),
      }),
      none,
    );
  return { organization: add('organization'), service: add('service') };
}

/** Absent where neither has any, as in months that were frozen before they were counted. */
function lateCounts(sum: UnitSums, one: UnitSums): Pick<UnitSums, 'lateTimes' | 'lateAbsences'> {
  if (sum.lateTimes === undefined && one.lateTimes === undefined) return {};
  return {
    lateTimes: (sum.lateTimes ?? 0) + (one.lateTimes ?? 0),
    lateAbsences: (sum.lateAbsences ?? 0) + (one.lateAbsences ?? 0),
  };
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
