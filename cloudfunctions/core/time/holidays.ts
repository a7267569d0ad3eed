import type { HolidayCalendar } from './day-kind';

/** The calendar of public holidays. It is loaded with the first question, not with the function. */
export async function readHolidays(): Promise<HolidayCalendar> {
  return (await import('./holiday-calendar')).holidayCalendar;
}
