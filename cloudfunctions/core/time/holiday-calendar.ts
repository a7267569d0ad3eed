import { LegalHoliday } from 'tyme4ts';
import type { DayKind } from './day-kind';

/** What the State Council published of a day, `2026-11-28`. */
export function holidayCalendar(day: string): DayKind {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  // A year that is published has its New Year's Day in it.
  if (LegalHoliday.fromYmd(year, 1, 1) === null) return 'unknown';
  const holiday = LegalHoliday.fromYmd(year, month, date);
  if (holiday === null) return 'ordinary';
  return holiday.isWork() ? 'makeUp' : 'holiday';
}
