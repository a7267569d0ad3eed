import { dayStart, wallClock } from '../../../cloudfunctions/core/time/shanghai';
import type { Chance } from '../chance';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

/** The same moment if people are up in Shanghai (7:00 to 22:00), else some time the next morning. */
export function whenAwake(at: Date, chance: Chance): Date {
  const { minute } = wallClock(at);
  if (minute >= 7 * 60 && minute < 22 * 60) return at;
  const morning = minute < 7 * 60 ? dayStart(at) : after(dayStart(at), dayMs);
  return after(morning, chance.between(7 * 60 + 10, 10 * 60) * minuteMs);
}

/** Some waking minute of a day. */
export function someTimeOn(day: Date, chance: Chance): Date {
  return after(dayStart(day), chance.between(8 * 60, 20 * 60) * minuteMs + chance.between(0, 59) * 1000);
}

/** The Saturday on or after a day, at nine in the morning: red Saturday (S2-16). */
export function saturdayFrom(at: Date): Date {
  const { weekday } = wallClock(at);
  return after(dayStart(at), ((6 - weekday + 7) % 7) * dayMs + 9 * hourMs);
}
