import type { DayKind } from '../../../miniprogram/contracts/day-kind';

export type { DayKind };

/** `2026-11-28` → what it is. */
export type HolidayCalendar = (day: string) => DayKind;
