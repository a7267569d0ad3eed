import { dayStart } from '../../time/shanghai';
import { mostMinutes, type MessagePolicy } from '../policy';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Whether so many were sent to a phone lately that no policy whatever could tell it to wait. */
export function isSurelyFree(pushedAt: readonly Date[], now: Date): boolean {
  return countSince(pushedAt, now, mostMinutes) === 0;
}

/** Whether a phone has had as many subscription messages as a community lets ring at once. */
export function isFlooded(pushedAt: readonly Date[], { atOnce, withinMinutes }: MessagePolicy, now: Date): boolean {
  return countSince(pushedAt, now, withinMinutes) >= atOnce;
}

function countSince(pushedAt: readonly Date[], now: Date, minutes: number): number {
  return pushedAt.filter((at) => now.getTime() - at.getTime() < minutes * minuteMs).length;
}

/** The next of these hours after `now`, today or tomorrow. */
export function nextDigestAt(now: Date, { digestHours }: Pick<MessagePolicy, 'digestHours'>): Date {
  const midnight = dayStart(now).getTime();
  const moments = digestHours.flatMap((hour) => [midnight + hour * hourMs, midnight + dayMs + hour * hourMs]);
  return new Date(Math.min(...moments.filter((moment) => moment > now.getTime())));
}
