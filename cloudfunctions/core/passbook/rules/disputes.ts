import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { EntryCause } from '../../../../miniprogram/contracts/passbook';
import type { PassbookPolicy } from '../policy';
import type { Entry, EntryAnnotation } from '../entry';

const dayMs = 86_400_000;

/** Why its owner may not contest a line; null where they may. A line is contested once. */
export function contestFault(
  entry: Pick<Entry, 'at'>,
  annotation: EntryAnnotation | undefined,
  now: Date,
  { contestDays }: PassbookPolicy,
): ErrorCode | null {
  if (annotation?.contest) return 'ALREADY_CONTESTED';
  if (annotation?.reversed) return 'ALREADY_REVERSED';
  return now.getTime() - entry.at.getTime() > contestDays * dayMs ? 'CONTEST_TOO_LATE' : null;
}

/** Lines of a redemption: what is held is released by ending the redemption, and by nothing else. */
const redemptionCauses: ReadonlySet<EntryCause> = new Set<EntryCause>(['held', 'collected', 'released']);

/**
 * Why a line may not be proposed to be undone: it is undone once, an undo cannot be undone, and a redemption's lines
 * belong to it.
 */
export function proposeFault(entry: Pick<Entry, 'cause'>, annotation: EntryAnnotation | undefined): ErrorCode | null {
  if (annotation?.reversed || entry.cause === 'reversal') return 'ALREADY_REVERSED';
  if (redemptionCauses.has(entry.cause)) return 'REDEMPTION_LINE';
  return annotation?.proposed ? 'ALREADY_PROPOSED' : null;
}

/**
 * Why an objection may not be answered by keeping the line. One person suffices, since no points move; where an undo
 * was proposed its second person answers.
 */
export function upholdFault(
  entry: Pick<Entry, 'personId'>,
  annotation: EntryAnnotation | undefined,
  bookkeeperId: string,
): ErrorCode | null {
  if (annotation?.contest?.state !== 'open') return 'ALREADY_SETTLED';
  if (annotation.proposed) return 'ALREADY_PROPOSED';
  return entry.personId === bookkeeperId ? 'SECOND_PERSON_NEEDED' : null;
}

/** Why somebody may not be the second person of an undo: nobody signs what they proposed, nor their own book's line. */
export function signFault(proposerId: string | undefined, ownerId: string, signerId: string): ErrorCode | null {
  return proposerId === signerId || ownerId === signerId ? 'SECOND_PERSON_NEEDED' : null;
}
