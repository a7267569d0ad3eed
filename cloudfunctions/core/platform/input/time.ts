import type { Reading } from './reading';

/**
 * `form`: not written as asked; `calendar`: there is no such day or minute (31 February, 24:30); `year`: a day that
 * nobody means; `offset`: a time that does not say in which zone, or says one that the world does not have.
 */
export type TimeProblem = 'form' | 'calendar' | 'year' | 'offset';

/** First and last year that a field takes. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** What the product plans and remembers; a field for birthdays names its own. */
const ownTime: Years = { from: 2000, to: 2100 };

const dayForm = /^(\d{4})-(\d\d)-(\d\d)$/;
const timeForm = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d\d(?::?\d\d)?)?$/;
const offsetForm = /^([+-])(\d\d):?(\d\d)?$/;
const minuteMs = 60_000;
/** Offsets in use run from UTC−12 to UTC+14. */
const offsetMinutes = { from: -12 * 60, to: 14 * 60 };

function refuse(problem: TimeProblem): { readonly ok: false; readonly problem: TimeProblem } {
  return { ok: false, problem };
}

/** Reads a day of the calendar, `2026-11-28`. */
export function readDay(text: string, years: Years = ownTime): Reading<string, TimeProblem> {
  const [, year = 0, month = 0, day = 0] = (dayForm.exec(text) ?? []).map(Number);
  if (!dayForm.test(text)) return refuse('form');
  if (year < years.from || year > years.to) return refuse('year');
  const isOnCalendar = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text);
  return isOnCalendar ? { ok: true, value: text } : refuse('calendar');
}

/**
 * Reads an instant in ISO 8601 with its offset: `2026-11-28T10:00:00+08:00`, `…+0800`, `…+08` or `…Z`; seconds may be
 * missing, fractions beyond milliseconds are cut.
 */
export function readInstant(text: string, years: Years = ownTime): Reading<Date, TimeProblem> {
  const [, day = '', hour = '', minute = '', second = '0', fraction = '', zone] = timeForm.exec(text) ?? [];
  if (day === '') return refuse('form');
  const date = readDay(day, years);
  if (!date.ok) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return refuse('calendar');
  const offsetMs = zone === undefined ? undefined : offsetOf(zone);
  if (offsetMs === undefined) return refuse('offset');
  const millisecond = Number(fraction.padEnd(3, '0').slice(0, 3));
  const clock = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000 + millisecond;
  return { ok: true, value: new Date(Date.parse(`${day}T00:00:00Z`) + clock - offsetMs) };
}

function offsetOf(zone: string): number | undefined {
  const [, sign, hours = '0', minutes = '0'] = offsetForm.exec(zone) ?? [];
  if (Number(minutes) > 59) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return offset >= offsetMinutes.from && offset <= offsetMinutes.to ? offset * minuteMs : undefined;
}
