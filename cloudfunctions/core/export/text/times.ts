import { dayText, wallClock } from '../../time/shanghai';

/** `2026-11-28 09:12` on Shanghai's clock, as the pages say it; a text, so that no program shifts it. */
export function timeText(at: Date): string {
  const { minute } = wallClock(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${dayText(at)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** `2026-11-28`: the day in Shanghai. */
export function dayOf(at: Date): string {
  return dayText(at);
}
