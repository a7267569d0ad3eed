import type { WaitingLines, WaitingView } from '../../contracts/passbook';
import { alarmsLine, reviewDayLine, reviewTitle, waitingLine } from '../../text/passbook/waiting';

/** Entries that wait for somebody of the branch: how many, and which kind. */
export interface Waiting {
  readonly count: number;
  readonly line: string;
}

export function waiting(lines: WaitingLines): Waiting {
  return {
    count: lines.contests + lines.reversals + (lines.grants ?? 0),
    line: waitingLine(lines),
  };
}

/** What the nights found in the books; null where there is nothing. */
export function bookAlarms({ alarms }: Pick<WaitingLines, 'alarms'>): Waiting | null {
  return alarms > 0 ? { count: alarms, line: alarmsLine(alarms) } : null;
}

/** The month whose draft waits for the secretary; null where none does. */
export function dueReview({ reviews }: Pick<WaitingView, 'reviews'>): (Waiting & { readonly title: string }) | null {
  return reviews ? { count: reviews.count, title: reviewTitle(reviews.day), line: reviewDayLine(reviews.day) } : null;
}
