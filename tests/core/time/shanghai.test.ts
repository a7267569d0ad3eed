import { dayStart, dayText, monthStart, monthText, wallClock } from '../../../cloudfunctions/core/time/shanghai';

describe('X-04 the wall clock of Asia/Shanghai', () => {
  it('rolls the day at 16:00 UTC', () => {
    expect(dayText(new Date('2026-11-27T15:59:59.999Z'))).toBe('2026-11-27');
    expect(dayText(new Date('2026-11-27T16:00:00Z'))).toBe('2026-11-28');
    expect(monthText(new Date('2026-11-30T16:00:00Z'))).toBe('2026-12');
  });

  it('counts Monday 1 to Sunday 7, and minutes since midnight', () => {
    expect(wallClock(new Date('2026-11-22T16:30:00Z'))).toEqual({
      year: 2026,
      month: 11,
      day: 23,
      weekday: 1,
      minute: 30,
    });
    expect(wallClock(new Date('2026-11-22T15:59:00Z'))).toMatchObject({ weekday: 7, minute: 1439 });
  });

  it('starts days and months at its own midnight', () => {
    expect(dayStart(new Date('2026-11-23T01:00:00+08:00'))).toEqual(new Date('2026-11-22T16:00:00Z'));
    expect(monthStart(2026, 13)).toEqual(new Date('2026-12-31T16:00:00Z'));
  });
});
