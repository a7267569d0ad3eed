import { endOfMonth, lastSaturdayOf, monthAfter } from '../../../cloudfunctions/core/review/rules/review-day';
import { holidayCalendar } from '../../../cloudfunctions/core/time/holiday-calendar';

describe('S2-20 the last Saturday of a month, in Shanghai', () => {
  it.each([
    ['2026-10', '2026-10-31'],
    ['2026-11', '2026-11-28'],
    ['2026-12', '2026-12-26'],
    ['2027-02', '2027-02-27'],
    ['2026-01', '2026-01-31'],
    ['2028-02', '2028-02-26'],
    ['2027-07', '2027-07-31'],
  ])('of %s is %s', (month, day) => expect(lastSaturdayOf(month)).toBe(day));

  it('is a Saturday within the last seven days of every month of a century', () => {
    for (let month = '2000-01'; month < '2100-01'; month = monthAfter(month, 1)) {
      const day = lastSaturdayOf(month);
      expect(day.slice(0, 7)).toBe(month);
      expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(6);
      const left = (endOfMonth(month).getTime() - new Date(`${day}T00:00:00+08:00`).getTime()) / 86_400_000;
      expect(left).toBeLessThanOrEqual(7);
    }
  });

  it('may be a make-up working day, or a holiday', () => {
    expect(holidayCalendar(lastSaturdayOf('2026-02'))).toBe('makeUp');
    expect(holidayCalendar(lastSaturdayOf('2026-09'))).toBe('holiday');
    expect(holidayCalendar(lastSaturdayOf('2026-10'))).toBe('ordinary');
    expect(holidayCalendar(lastSaturdayOf('2098-10'))).toBe('unknown');
  });
});
