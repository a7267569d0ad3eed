import type { DayKind, HolidayCalendar } from '../../time/day-kind';
import { dayText, daysAfter, startOfDay, wallClock } from '../../time/shanghai';
import type { OrderTerms } from '../document/terms';

const hourMs = 3_600_000;

/** Until when somebody is to accept. */
export interface AcceptBy {
  readonly acceptBy: Date;
  /**
   * The year whose public holidays are not published: working days could not be counted, and the hours of the terms
   * hold. Null where nothing was missing.
   */
  readonly calendarUnknown: number | null;
}

type AcceptTerms = Pick<OrderTerms, 'acceptWithinHours' | 'acceptWithinDays' | 'acceptWithinWorkingDays'>;
type WorkingDayTerms = Pick<
  OrderTerms,
  'acceptWithinWorkingDays' | 'completeWithinWorkingDays' | 'answerWithinWorkingDays'
>;

/** Whether the calendar of public holidays has a say in the terms. */
export function needsCalendar(terms: WorkingDayTerms): boolean {
  const { acceptWithinWorkingDays = 0, completeWithinWorkingDays = 0, answerWithinWorkingDays = 0 } = terms;
  return acceptWithinWorkingDays + completeWithinWorkingDays + answerWithinWorkingDays > 0;
}

/** In what a time is counted: those in days last to the end of one. */
type TimeUnit = 'hours' | 'days' | 'workingDays';

export function acceptUnitOf({ acceptWithinDays = 0, acceptWithinWorkingDays = 0 }: AcceptTerms): TimeUnit {
  if (acceptWithinWorkingDays > 0) return 'workingDays';
  return acceptWithinDays > 0 ? 'days' : 'hours';
}

/** The end of so many working days after `from`, or the year that the calendar does not know. */
export function workingDaysAfter(from: Date, count: number, calendar: HolidayCalendar | undefined): Date | number {
  const end = workingDay(dayText(from), count, calendar);
  return typeof end === 'number' ? end : endOf(end);
}

/**
 * The end of a time whose clock stood still meanwhile. Of what is counted in days, each day on whose beginning it stood
 * is one more, so that an answer on the same day moves nothing. Where the calendar does not know them, the hours count.
 */
export function laterBy(
  end: Date,
  { from, to }: { readonly from: Date; readonly to: Date },
  unit: TimeUnit,
  calendar: HolidayCalendar | undefined,
): Date {
  const byHours = new Date(end.getTime() + to.getTime() - from.getTime());
  if (unit === 'hours') return byHours;
  const stood = daysBetween(dayText(from), dayText(to));
  if (unit === 'days') return endOf(daysAfter(dayText(end), stood.length));
  const kinds = stood.map((day) => ({ day, kind: calendar?.(day) ?? 'unknown' }));
  if (kinds.some(({ kind }) => kind === 'unknown')) return byHours;
  const later = workingDaysAfter(end, kinds.filter(({ day, kind }) => isWorkingDay(day, kind)).length, calendar);
  return typeof later === 'number' ? byHours : later;
}

/** Every day after the first, up to the last. */
function daysBetween(first: string, last: string): readonly string[] {
  const count = Math.round((startOfDay(last).getTime() - startOfDay(first).getTime()) / 86_400_000);
  return Array.from({ length: Math.max(0, count) }, (_, index) => daysAfter(first, index + 1));
}

/**
 * The end of the time to accept: so many working days, so many days, or so many hours (S2-12). Days are Shanghai's; the
 * day of the dispatch does not count, and the last one counts to its end. A year that the calendar does not know is
 * said, not guessed: the hours hold then. Pure.
 */
export function acceptByOf(terms: AcceptTerms, from: Date, calendar: HolidayCalendar | undefined): AcceptBy {
  const { acceptWithinHours, acceptWithinDays = 0, acceptWithinWorkingDays = 0 } = terms;
  const byHours = new Date(from.getTime() + acceptWithinHours * hourMs);
  if (acceptWithinWorkingDays > 0) {
    const end = workingDay(dayText(from), acceptWithinWorkingDays, calendar);
    if (typeof end === 'number') return { acceptBy: byHours, calendarUnknown: end };
    return { acceptBy: endOf(end), calendarUnknown: null };
  }
  if (acceptWithinDays > 0)
    return { acceptBy: endOf(daysAfter(dayText(from), acceptWithinDays)), calendarUnknown: null };
  return { acceptBy: byHours, calendarUnknown: null };
}

/** @returns the working day that lies so many after `day`, or the year that the calendar does not know */
function workingDay(day: string, count: number, calendar: HolidayCalendar | undefined): string | number {
  let found = day;
  for (let left = count; left > 0;) {
    found = daysAfter(found, 1);
    const kind = calendar?.(found) ?? 'unknown';
    if (kind === 'unknown') return Number(found.slice(0, 4));
    if (isWorkingDay(found, kind)) left -= 1;
  }
  return found;
}

function isWorkingDay(day: string, kind: DayKind): boolean {
  if (kind === 'makeUp') return true;
  return kind === 'ordinary' && wallClock(startOfDay(day)).weekday <= 5;
}

/** Its last moment, so that it is written as that day. */
function endOf(day: string): Date {
  return new Date(startOfDay(daysAfter(day, 1)).getTime() - 1);
}
