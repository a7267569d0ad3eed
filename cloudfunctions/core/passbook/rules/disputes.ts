import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { Entry, Mark } from '../entry';

/** So long a line may be contested. */
const contestMs = 30 * 86_400_000;

/** Why its owner may not contest a line; null where they may. A line is contested once. */
export function contestFault(entry: Pick<Entry, 'at'>, mark: Mark | undefined, now: Date): ErrorCode | null {
  if (mark?.contest) return 'ALREADY_CONTESTED';
  if (mark?.reversed) return 'ALREADY_REVERSED';
  return now.getTime() - entry.at.getTime() > contestMs ? 'CONTEST_TOO_LATE' : null;
}

/** Why a line may not be proposed to be undone: it is undone once, and an undo cannot be undone. */
export function proposeFault(entry: Pick<Entry, 'cause'>, mark: Mark | undefined): ErrorCode | null {
  if (mark?.reversed || entry.cause === 'reversal') return 'ALREADY_REVERSED';
  return mark?.proposed ? 'ALREADY_PROPOSED' : null;
}

/**
 * Why an objection may not be answered by keeping the line. One person suffices, since no points move; where an undo
 * was proposed its second person answers.
 */
export function keepFault(entry: Pick<Entry, 'personId'>, mark: Mark | undefined, keeperId: string): ErrorCode | null {
  if (mark?.contest?.state !== 'open') return 'ALREADY_SETTLED';
  if (mark.proposed) return 'ALREADY_PROPOSED';
  return entry.personId === keeperId ? 'SECOND_PERSON_NEEDED' : null;
}

/** Why somebody may not be the second person of an undo: nobody signs what they proposed, nor their own book's line. */
export function signFault(proposerId: string | undefined, ownerId: string, signerId: string): ErrorCode | null {
  return proposerId === signerId || ownerId === signerId ? 'SECOND_PERSON_NEEDED' : null;
}
