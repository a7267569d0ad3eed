/** Asia/Shanghai has had one fixed offset since 1991; days, weeks and months of the product are its own. */
const offsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

/** The wall clock in Shanghai. `weekday`: 1 Monday … 7 Sunday; `minute`: minutes since midnight. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly minute: number;
}

export function wallClock(at: Date): WallClock {
  const shifted = new Date(at.getTime() + offsetMs);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay() === 0 ? 7 : shifted.getUTCDay(),
    minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  };
}

/** Midnight in Shanghai at the start of that month; `month` may run over (13 is January of the next year). */
export function monthStart(year: number, month: number): Date {
  return new Date(Date.UTC(year, month - 1, 1) - offsetMs);
}

/** Midnight in Shanghai at the start of the day of `at`. */
export function dayStart(at: Date): Date {
  return new Date(Math.floor((at.getTime() + offsetMs) / dayMs) * dayMs - offsetMs);
}

/** Midnight in Shanghai at the end of the day of `at`. */
export function nextDayStart(at: Date): Date {
  return new Date(dayStart(at).getTime() + dayMs);
}

/** Midnight in Shanghai at the start of a day, `2026-11-28`. */
export function startOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - offsetMs);
}

/** `2026-11-28` */
export function dayText(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().slice(0, 10);
}

/** `2026-11` */
export function monthText(at: Date): string {
  return dayText(at).slice(0, 7);
}

/** A day so many days after another: both as `2026-11-28`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
