import { dayStart, wallClock } from '../../../cloudfunctions/core/time/shanghai';
import type { SeededRandom } from '../random';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

/** The same moment if people are up in Shanghai (7:00 to 22:00), else some time the next morning. */
export function whenAwake(at: Date, random: SeededRandom): Date {
  const { minute } = wallClock(at);
  if (minute >= 7 * 60 && minute < 22 * 60) return at;
  const morning = minute < 7 * 60 ? dayStart(at) : after(dayStart(at), dayMs);
  return after(morning, random.integer(7 * 60 + 10, 10 * 60) * minuteMs);
}

/** Hours of one day, so long after a moment; where they would end after midnight, from nine the next morning. */
export function hoursOfOneDay(
  now: Date,
  { inMs, lastMs }: { readonly inMs: number; readonly lastMs: number },
): { readonly from: Date; readonly until: Date } {
  const from = after(now, inMs);
  const begin = dayStart(from) < dayStart(after(from, lastMs)) ? after(dayStart(from), dayMs + 9 * hourMs) : from;
  return { from: begin, until: after(begin, lastMs) };
}

/** Some waking minute of a day. */
export function someTimeOn(day: Date, random: SeededRandom): Date {
  return after(dayStart(day), random.integer(8 * 60, 20 * 60) * minuteMs + random.integer(0, 59) * 1000);
}

/** The Saturday on or after a day, at nine in the morning: red Saturday (S2-16). */
export function saturdayFrom(at: Date): Date {
  const { weekday } = wallClock(at);
  return after(dayStart(at), ((6 - weekday + 7) % 7) * dayMs + 9 * hourMs);
}
