/** Saying when one comes. */
import { sameDay, weekdayDay } from '../../../text/dates';

const dayMs = 86_400_000;

/** `今天`, `明天`, `11 月 28 日 星期六`. */
export function dayText(ms: number, nowMs: number): string {
  const iso = new Date(ms).toISOString();
  if (sameDay(iso, nowMs)) return '今天';
  return sameDay(iso, nowMs + dayMs) ? '明天' : weekdayDay(iso);
}

/** `9:00 到 11:00` */
export function hoursText([from, until]: readonly [string, string]): string {
  return `${from.replace(/^0/, '')} 到 ${until}`;
}
