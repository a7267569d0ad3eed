import { openingAt, minuteOf } from '../../../miniprogram/contracts/opening';
import { isStale, type OpeningHours } from '../../../miniprogram/contracts/station';
import { readHolidays } from '../../../cloudfunctions/core/time/holidays';
import type { HolidayCalendar } from '../../../cloudfunctions/core/time/day-kind';
import { areHolidaysKnown, horizonOf, openSpans } from '../../../cloudfunctions/core/station/rules/open-spans';
import { laterServices, servicesIn } from '../../../cloudfunctions/core/station/rules/services';

const minutes = (text: string): number => {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
};
const rule = (days: number[], from: string, until: string) => ({ days, from: minutes(from), until: minutes(until) });
const hoursOf = (rules: OpeningHours['rules'], more: Partial<OpeningHours> = {}): OpeningHours => ({
  rules,
  holidays: 'usual',
  closedDays: [],
  ...more,
});
const everyDay = [1, 2, 3, 4, 5, 6, 7];
let calendar: HolidayCalendar;
beforeAll(async () => {
  calendar = await readHolidays();
});

/** As list, map and page ask it, of a copy that was made at `copied`. */
function stateAt(hours: OpeningHours, at: string, copied = at) {
  const horizon = horizonOf(new Date(copied));
  return openingAt(openSpans(hours, horizon, calendar), horizon, minuteOf(Date.parse(at)));
}
const clockOf = (minute: number | undefined) =>
  minute === undefined ? undefined : new Date((minute + 480) * 60_000).toISOString().slice(0, 16);

describe('opening hours', () => {
  const late = hoursOf([rule([6], '18:00', '26:00')]);

  it.each([
    ['2026-11-28T17:59:00+08:00', 'closed'],
    ['2026-11-28T18:00:00+08:00', 'open'],
    ['2026-11-29T01:00:00+08:00', 'open'],
    ['2026-11-29T02:00:00+08:00', 'closed'],
    ['2026-11-29T18:30:00+08:00', 'closed'],
  ])('18:00–02:00 on Saturday: at %s it is %s', (at, state) => {
    expect(stateAt(late, at).state).toBe(state);
  });

  it('says until when, and when it opens next', () => {
    const sunday = stateAt(late, '2026-11-29T01:00:00+08:00');
    expect(sunday.state === 'open' && clockOf(sunday.until)).toBe('2026-11-29T02:00');
    const friday = stateAt(late, '2026-11-27T12:00:00+08:00');
    expect(friday.state === 'closed' && clockOf(friday.opensAt)).toBe('2026-11-28T18:00');
  });

  it('is open around the clock without an end, and two spans that touch are one', () => {
    const always = hoursOf([rule(everyDay, '00:00', '24:00')]);
    expect(stateAt(always, '2026-11-28T00:00:00+08:00')).toEqual({ state: 'open' });
    const halves = hoursOf([rule(everyDay, '08:00', '12:00'), rule(everyDay, '12:00', '20:00')]);
    const noon = stateAt(halves, '2026-11-28T12:00:00+08:00');
    expect(noon.state === 'open' && clockOf(noon.until)).toBe('2026-11-28T20:00');
  });

  it('knows nothing beyond the week that a copy speaks of, nor before it', () => {
    const always = hoursOf([rule(everyDay, '00:00', '24:00')]);
    expect(stateAt(always, '2026-12-04T23:59:00+08:00', '2026-11-28T10:00:00+08:00').state).toBe('open');
    expect(stateAt(always, '2026-12-05T00:00:00+08:00', '2026-11-28T10:00:00+08:00').state).toBe('unknown');
    expect(stateAt(always, '2026-11-27T23:59:00+08:00', '2026-11-28T10:00:00+08:00').state).toBe('unknown');
  });

  const office = hoursOf([rule([1, 2, 3, 4, 5], '08:30', '18:00')], { holidays: 'closed' });

  it.each([
    ['an ordinary Thursday', '2026-09-24T10:00:00+08:00', 'open'],
    ['National Day, a Thursday', '2026-10-01T10:00:00+08:00', 'closed'],
    ['a Saturday on which people work for a holiday', '2026-10-10T10:00:00+08:00', 'open'],
    ['any other Saturday', '2026-10-17T10:00:00+08:00', 'closed'],
    ['National Day of a year that is not published, by its weekday (a Friday)', '2027-10-01T10:00:00+08:00', 'open'],
  ])('follows the calendar of holidays: %s', (_name, at, state) => {
    expect(stateAt(office, at).state).toBe(state);
  });

  it('says whether the calendar of its days is known', () => {
    expect(areHolidaysKnown(horizonOf(new Date('2026-10-01T10:00:00+08:00')), calendar)).toBe(true);
    expect(areHolidaysKnown(horizonOf(new Date('2026-12-30T10:00:00+08:00')), calendar)).toBe(false);
  });

  it('has hours of its own for holidays, and days on which it is shut', () => {
    const shop = hoursOf([rule(everyDay, '07:00', '22:00')], {
      holidays: [{ from: minutes('10:00'), until: minutes('16:00') }],
      closedDays: ['2026-11-28'],
    });
    expect(stateAt(shop, '2026-10-02T09:00:00+08:00').state).toBe('closed');
    expect(stateAt(shop, '2026-10-02T11:00:00+08:00').state).toBe('open');
    expect(stateAt(shop, '2026-11-28T11:00:00+08:00').state).toBe('closed');
  });
});

describe('services', () => {
  const offered = [
    { service: 'water' as const },
    { service: 'heating' as const, months: { from: 11, to: 3 } },
    { service: 'cooling' as const, months: { from: 6, to: 9 } },
  ];
  it.each([
    [1, ['water', 'heating'], ['cooling']],
    [4, ['water'], ['heating', 'cooling']],
    [7, ['water', 'cooling'], ['heating']],
    [11, ['water', 'heating'], ['cooling']],
  ])('S5-08 of month %i', (month, now, later) => {
    expect(servicesIn(offered, month)).toEqual(now);
    expect(laterServices(offered, month).map(({ service }) => service)).toEqual(later);
  });
});

it('is stale after 60 days', () => {
  const verified = '2026-09-29T10:00:00.000Z';
  expect(isStale(verified, Date.parse('2026-11-28T10:00:00.000Z'))).toBe(false);
  expect(isStale(verified, Date.parse('2026-11-28T10:00:00.001Z'))).toBe(true);
});
