import type { Horizon, OpenSpans } from '../../../../miniprogram/contracts/opening';
import type { OpeningHours } from '../../../../miniprogram/contracts/station';
import type { HolidayCalendar } from '../../time/day-kind';

export const minutesADay = 24 * 60;
/** Asia/Shanghai's one offset. */
const offsetMinutes = 8 * 60;
/** So many days ahead a copy on a phone stays right. */
const daysAhead = 7;

interface Day {
  /** `2026-11-28` */
  readonly text: string;
  readonly weekday: number;
  /** Its midnight in Shanghai, in minutes since 1970-01-01T00:00Z. */
  readonly start: number;
}

/** From the midnight before a moment in Shanghai for a week; a span that began the day before is in it. */
export function horizonOf(at: Date): Horizon {
  const from = dayOf(Math.floor(at.getTime() / 60_000)).start;
  return { from, until: from + daysAhead * minutesADay };
}

/** Whether the calendar is known for every day of it. */
export function areHolidaysKnown({ from, until }: Horizon, calendar: HolidayCalendar): boolean {
  return daysWithin(from, until).every(({ text }) => calendar(text) !== 'unknown');
}

/**
 * When it is open within the horizon. Hours may pass midnight: 18:00–02:00 on Saturday is open on Sunday at 01:00. A
 * make-up working day has the hours of its weekday, or Monday's where it has none; a holiday what the hours say of
 * holidays; days of a year whose calendar is not known, those of their weekday.
 */
export function openSpans(hours: OpeningHours, horizon: Horizon, calendar: HolidayCalendar): OpenSpans {
  const spans = daysWithin(horizon.from - minutesADay, horizon.until).flatMap((day) =>
    spansOfDay(hours, day, calendar).map(({ from, until }): [number, number] => [
      Math.max(horizon.from, day.start + from),
      Math.min(horizon.until, day.start + until),
    ]),
  );
  return merged(spans.filter(([from, until]) => from < until));
}

function spansOfDay(
  { rules, holidays, closedDays }: OpeningHours,
  { text, weekday }: Day,
  calendar: HolidayCalendar,
): readonly { readonly from: number; readonly until: number }[] {
  if (closedDays.includes(text)) return [];
  const of = (wanted: number) => rules.filter(({ days }) => days.includes(wanted));
  const kind = calendar(text);
  if (kind === 'holiday' && holidays !== 'usual') return holidays === 'closed' ? [] : holidays;
  const own = of(weekday);
  return kind === 'makeUp' && own.length === 0 ? of(1) : own;
}

/** Spans in order, those that touch or overlap as one. */
function merged(spans: readonly [number, number][]): OpenSpans {
  const result: [number, number][] = [];
  for (const [from, until] of [...spans].sort(([left], [right]) => left - right)) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else result.push([from, until]);
  }
  return result;
}

function dayOf(minute: number): Day {
  const number = Math.floor((minute + offsetMinutes) / minutesADay);
  const text = new Date(number * minutesADay * 60_000).toISOString().slice(0, 10);
  // 1970-01-01 was a Thursday.
  return { text, weekday: ((number + 3) % 7) + 1, start: number * minutesADay - offsetMinutes };
}

function daysWithin(from: number, until: number): Day[] {
  const days: Day[] = [];
  for (let minute = from; minute < until; minute += minutesADay) days.push(dayOf(minute));
  return days;
}
