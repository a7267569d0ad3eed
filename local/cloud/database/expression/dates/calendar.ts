const day = 86_400_000;

/** The parts of a day that dates are written with; a moment is given as its local time, read as UTC. */
export interface Calendar {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly dayOfMonth: number;
  readonly dayOfYear: number;
  /** 1 is Sunday, 7 is Saturday. */
  readonly dayOfWeek: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly isoDayOfWeek: number;
  /** 0 to 53: weeks begin on Sunday, the first one with the year's first Sunday. */
  readonly week: number;
  /** 1 to 53, of the year in `isoWeekYear`: weeks begin on Monday, the first one has the year's first Thursday. */
  readonly isoWeek: number;
  readonly isoWeekYear: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Days of years below 100 need the year set apart: `Date.UTC` takes them for 19xx. */
export function utc(year: number, month: number, dayOfMonth: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, dayOfMonth);
}

/** Whether the month has that day in that year. */
export function isDay(year: number, month: number, dayOfMonth: number): boolean {
  return month >= 1 && month <= 12 && new Date(utc(year, month, dayOfMonth)).getUTCDate() === dayOfMonth;
}

/** Reads a local time. */
export function calendarOf(local: number): Calendar {
  const date = new Date(local);
  const weekday = date.getUTCDay();
  const year = date.getUTCFullYear();
  const midnight = Math.floor(local / day) * day;
  const dayOfYear = Math.round((midnight - utc(year, 1, 1)) / day) + 1;
  const isoDayOfWeek = weekday === 0 ? 7 : weekday;
  // a week belongs to the year of its Thursday
  const thursday = new Date(midnight + (4 - isoDayOfWeek) * day);
  const isoWeekYear = thursday.getUTCFullYear();
  return {
    year,
    month: date.getUTCMonth() + 1,
    dayOfMonth: date.getUTCDate(),
    dayOfYear,
    dayOfWeek: weekday + 1,
    isoDayOfWeek,
    week: Math.floor((dayOfYear + 6 - weekday) / 7),
    isoWeek: Math.floor((thursday.getTime() - utc(isoWeekYear, 1, 1)) / (7 * day)) + 1,
    isoWeekYear,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

/** The local midnight of a day of an ISO week; numbers beyond their range run on. */
export function isoDate(isoWeekYear: number, isoWeek: number, isoDayOfWeek: number): number {
  const fourth = utc(isoWeekYear, 1, 4);
  const weekday = new Date(fourth).getUTCDay() || 7;
  return fourth + ((isoWeek - 1) * 7 + isoDayOfWeek - weekday) * day;
}
