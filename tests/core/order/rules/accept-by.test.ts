import { acceptByOf, needsCalendar } from '../../../../cloudfunctions/core/order/rules/accept-by';
import { isPastDeadline, startAcceptance } from '../../../../cloudfunctions/core/order/rules/deadlines';
import type { HolidayCalendar } from '../../../../cloudfunctions/core/time/day-kind';
import { readHolidays } from '../../../../cloudfunctions/core/time/holidays';
import { fresh } from '../sample-orders';

let calendar: HolidayCalendar;
beforeAll(async () => {
  calendar = await readHolidays();
});

const at = (text: string) => new Date(`${text}+08:00`);
const hours = { acceptWithinHours: 72 };
const days = { ...hours, acceptWithinDays: 3 };
const workingDays = { ...hours, acceptWithinWorkingDays: 3 };

describe('S2-12 until when somebody accepts', () => {
  it.each([
    ['72 hours', hours, '2026-11-23T10:05:00', '2026-11-26T10:05:00.000'],
    ['the end of the third day', days, '2026-11-23T10:05:00', '2026-11-26T23:59:59.999'],
    ['the end of the third day, from a minute before midnight', days, '2026-11-23T23:59:00', '2026-11-26T23:59:59.999'],
    ['three working days', workingDays, '2026-11-23T10:05:00', '2026-11-26T23:59:59.999'],
    ['three working days, over a weekend', workingDays, '2026-11-26T10:05:00', '2026-12-01T23:59:59.999'],
    ['three working days, from a Saturday', workingDays, '2026-11-28T10:05:00', '2026-12-02T23:59:59.999'],
    [
      'three working days, over the seven free days of October',
      workingDays,
      '2026-09-30T10:00:00',
      '2026-10-10T23:59:59.999',
    ],
    [
      'three working days, a make-up Saturday among them',
      workingDays,
      '2026-02-26T10:00:00',
      '2026-03-02T23:59:59.999',
    ],
  ])('%s', (_what, terms, from, until) => {
    expect(acceptByOf(terms, at(from), calendar)).toEqual({ acceptBy: at(until), calendarUnknown: null });
  });

  it('says the year that the calendar does not know, and falls back on the hours', () => {
    expect(calendar('2026-12-31')).not.toBe('unknown');
    const from = at('2030-06-03T10:00:00');
    expect(acceptByOf(workingDays, from, calendar)).toEqual({
      acceptBy: at('2030-06-06T10:00:00'),
      calendarUnknown: 2030,
    });
    const known: HolidayCalendar = (day) => (day < '2027-01-01' ? 'ordinary' : 'unknown');
    expect(acceptByOf(workingDays, at('2026-12-30T10:00:00'), known).calendarUnknown).toBe(2027);
    expect(acceptByOf(workingDays, at('2026-12-28T10:00:00'), known).calendarUnknown).toBeNull();
    expect(acceptByOf(workingDays, at('2026-12-28T10:00:00'), undefined).calendarUnknown).toBe(2026);
  });

  it('asks for the calendar only where working days count', () => {
    expect([hours, days, workingDays].map((terms) => needsCalendar({ acceptWithinWorkingDays: 0, ...terms }))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('counts to the last moment of the day, that moment included, and one later is late', () => {
    const order = fresh();
    const terms = { ...order.terms, acceptWithinWorkingDays: 3 };
    const started = {
      ...order,
      terms,
      ...startAcceptance({ ...order, terms }, { at: at('2026-11-26T10:00:00'), calendar }),
    };
    expect(started).toMatchObject({ calendarUnknown: null, acceptBy: at('2026-12-01T23:59:59.999') });
    expect(isPastDeadline(started, at('2026-12-01T23:59:59.999'))).toBe(false);
    expect(isPastDeadline(started, at('2026-12-02T00:00:00'))).toBe(true);
  });
});
