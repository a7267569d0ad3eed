import { daysAfter, monthStart, dayText, wallClock, startOfDay } from '../../time/shanghai';

const saturday = 6;

/** The last Saturday of a month, in Shanghai (S2-20): `2026-10` → `2026-10-31`. */
export function lastSaturdayOf(month: string): string {
  const last = daysAfter(dayText(endOfMonth(month)), -1);
  const { weekday } = wallClock(startOfDay(last));
  return daysAfter(last, -((weekday - saturday + 7) % 7));
}

/** Midnight in Shanghai at the start of a month, `2026-10`. */
export function startOfMonth(month: string): Date {
  return startOfDay(`${month}-01`);
}

/** Midnight in Shanghai at the end of a month. */
export function endOfMonth(month: string): Date {
  return startOfMonth(monthAfter(month, 1));
}

/** The month so many months after another; a negative number goes back. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, monthOfYear = 0] = month.split('-').map(Number);
  return dayText(monthStart(year, monthOfYear + months)).slice(0, 7);
}
