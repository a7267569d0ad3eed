import type { Activity } from '../activity';

type Timed = Pick<Activity, 'startsAt'>;

/** Whoever comes is there about so long before. */
const marksBeforeMs = 60 * 60_000;

/** Nobody can have missed what has not begun: before this nothing is posted. */
export function hasStarted({ startsAt }: Timed, now: Date): boolean {
  return startsAt.getTime() <= now.getTime();
}

const dayMs = 86_400_000;
/** A meeting that took place unplanned is entered within so many days; further ahead nothing is planned. */
const enteredWithinMs = 92 * dayMs;
const plannedWithinMs = 366 * dayMs;

/** Whether an activity may start then: not in another year by a slip of the finger. */
export function isPlannable(startsAt: Date, now: Date): boolean {
  const aheadMs = startsAt.getTime() - now.getTime();
  return aheadMs >= -enteredWithinMs && aheadMs <= plannedWithinMs;
}

/** From when on somebody may be marked as there or not there; that they have leave may be noted at any time. */
export function marksFrom({ startsAt }: Timed): Date {
  return new Date(startsAt.getTime() - marksBeforeMs);
}

export function mayMarkAt(activity: Timed, now: Date): boolean {
  return now.getTime() >= marksFrom(activity).getTime();
}
