import { dayStart, dayText } from '../../time/shanghai';

/**
 * How much earlier than it is written a line may count. What happened before counts on the day on which it is written,
 * as in a month that is closed; a balance that is brought in from paper alone reaches further back.
 */
export const lateDays = 31;

const dayMs = 86_400_000;

/** `near`: within `lateDays`. `far`: a balance from paper, and what undoes it. */
export type Backdated = 'near' | 'far';

/** Whether something happened on a day before the last `lateDays` of a moment, by Shanghai's calendar. */
const isTooLate = (happenedAt: Date, at: Date): boolean =>
  happenedAt.getTime() < dayStart(at).getTime() - lateDays * dayMs;

/** The moment at which a line counts that is written at `at`; never later than that. */
export function effectiveAtOf(happenedAt: Date, at: Date): Date {
  return happenedAt > at || isTooLate(happenedAt, at) ? at : happenedAt;
}

/** How a line is marked, so that a balance of a day finds those that were written later. */
export function backdatedOf(effectiveAt: Date, at: Date): Backdated | null {
  if (dayText(effectiveAt) === dayText(at)) return null;
  return isTooLate(effectiveAt, at) ? 'far' : 'near';
}
