import { dayText } from '../../time/shanghai';

/**
 * How much earlier than it is written a line may count. What happened before counts on the day on which it is written,
 * as in a month that is closed; a balance that is brought in from paper alone reaches further back.
 */
export const lateDays = 31;

const dayMs = 86_400_000;

/** `near`: within `lateDays`. `far`: a balance from paper, and what undoes it. */
export type Backdated = 'near' | 'far';

/** The moment at which a line counts that is written at `at`; never later than that. */
export function effectiveAtOf(happenedAt: Date, at: Date): Date {
  const lateMs = at.getTime() - happenedAt.getTime();
  return lateMs < 0 || lateMs > lateDays * dayMs ? at : happenedAt;
}

/** How a line is marked, so that a balance of a day finds those that were written later. */
export function backdatedOf(effectiveAt: Date, at: Date): Backdated | null {
  if (dayText(effectiveAt) === dayText(at)) return null;
  return at.getTime() - effectiveAt.getTime() > lateDays * dayMs ? 'far' : 'near';
}
