import fc from 'fast-check';
import {
  readDay,
  readInstant,
  type TimeProblem,
  type Years,
} from '../../../../cloudfunctions/core/platform/input/time';

function instant(text: string, years?: Years): string {
  const reading = readInstant(text, years);
  return reading.ok ? reading.value.toISOString() : reading.problem;
}

function day(text: string, years?: Years): string {
  const reading = readDay(text, years);
  return reading.ok ? reading.value : reading.problem;
}

describe('an instant', () => {
  it.each([
    '2026-11-28T10:00:00+08:00',
    '2026-11-28T10:00:00.000+08:00',
    '2026-11-28T10:00+08:00',
    '2026-11-28T10:00:00+0800',
    '2026-11-28T10:00:00+08',
    '2026-11-28T10:00+08',
    '2026-11-28 10:00:00+08:00',
    '2026-11-28T02:00:00Z',
    '2026-11-28t02:00:00z',
    '2026-11-27T21:00:00-05:00',
    '2026-11-28T16:00:00+14:00',
  ])('%s is ten in the morning in Shanghai', (text) => {
    expect(instant(text)).toBe('2026-11-28T02:00:00.000Z');
  });

  it('keeps milliseconds and cuts what is finer', () => {
    expect(instant('2026-11-28T10:00:00.5+08:00')).toBe('2026-11-28T02:00:00.500Z');
    expect(instant('2026-11-28T10:00:00.123999999+08:00')).toBe('2026-11-28T02:00:00.123Z');
  });

  it.each<[string, TimeProblem]>([
    ['', 'form'],
    ['soon', 'form'],
    ['2026-11-28', 'form'],
    ['28.11.2026 10:00', 'form'],
    ['2026-11-28T10', 'form'],
    ['2026-11-28T10:00:00+08:00 ', 'form'],
    ['+002026-11-28T10:00:00Z', 'form'],
    ['2026-W48-6T10:00:00Z', 'form'],
    ['1795831200000', 'form'],
    ['2026-02-31T10:00:00+08:00', 'calendar'],
    ['2026-02-29T10:00:00+08:00', 'calendar'],
    ['2026-04-31T10:00:00+08:00', 'calendar'],
    ['2026-13-01T10:00:00+08:00', 'calendar'],
    ['2026-00-10T10:00:00+08:00', 'calendar'],
    ['2026-01-00T10:00:00+08:00', 'calendar'],
    ['2026-11-28T24:00:00+08:00', 'calendar'],
    ['2026-11-28T25:00:00+08:00', 'calendar'],
    ['2026-11-28T10:60:00+08:00', 'calendar'],
    ['2026-11-28T10:00:60+08:00', 'calendar'],
    ['0001-01-01T00:00:00Z', 'year'],
    ['0000-01-01T00:00:00Z', 'year'],
    ['1999-12-31T10:00:00+08:00', 'year'],
    ['2101-01-01T10:00:00+08:00', 'year'],
    ['9999-12-31T23:59:59Z', 'year'],
    ['2026-11-28T10:00:00', 'offset'],
    ['2026-11-28T10:00:00+15:00', 'offset'],
    ['2026-11-28T10:00:00-12:30', 'offset'],
    ['2026-11-28T10:00:00+08:60', 'offset'],
    ['2026-11-28T10:00:00+99', 'offset'],
  ])('%j is none: %s', (text, problem) => {
    expect(instant(text)).toBe(problem);
  });

  it('reads every instant that it prints', () => {
    const times = fc.date({
      min: new Date('2000-01-02T00:00:00Z'),
      max: new Date('2100-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(times, fc.integer({ min: -12 * 60, max: 14 * 60 }), (at, offset) => {
        const wall = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, -1);
        const two = (value: number) => String(value).padStart(2, '0');
        const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
        expect(instant(wall + zone)).toBe(at.toISOString());
        expect(instant(at.toISOString())).toBe(at.toISOString());
      }),
    );
  });

  it('answers any text with a time or with a problem, and never with an invalid date', () => {
    const near = fc.stringMatching(/^2\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d(:\d\d)?(Z|[+-]\d\d(:?\d\d)?)?$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (text) => {
        expect(instant(text)).toMatch(/^(form|calendar|year|offset|2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a day', () => {
  it('is one of the calendar', () => {
    expect(day('2026-11-28')).toBe('2026-11-28');
    expect(day('2028-02-29')).toBe('2028-02-29');
    expect(day('2000-01-01')).toBe('2000-01-01');
    expect(day('2100-12-31')).toBe('2100-12-31');
    for (const text of [
      '2026-02-29',
      '2100-02-29',
      '2026-02-31',
      '2026-06-31',
      '2026-13-01',
      '2026-00-01',
      '2026-01-00',
    ]) {
      expect(day(text)).toBe('calendar');
    }
  });

  it('is written in one form', () => {
    for (const text of [
      '',
      '2026-2-3',
      '20260203',
      '2026/02/03',
      '03.02.2026',
      '2026-02-03T00:00:00Z',
      ' 2026-02-03',
      '２０２６-02-03',
    ]) {
      expect(day(text)).toBe('form');
    }
  });

  it('lies in the years that its field takes', () => {
    expect(day('1949-10-01')).toBe('year');
    expect(day('1949-10-01', { from: 1900, to: 2026 })).toBe('1949-10-01');
    expect(day('2027-01-01', { from: 1900, to: 2026 })).toBe('year');
    expect(day('0099-01-01', { from: 0, to: 100 })).toBe('calendar');
  });
});
