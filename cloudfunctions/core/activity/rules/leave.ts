import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { Activity } from '../activity';
import type { Attendance } from '../attendance';
import { rollFault } from './roll';

type Own = Pick<Attendance, 'state'>;
type Asker = Pick<Attendance, 'personId' | 'state' | 'leave'>;

/** Why somebody may not ask for leave now; null where they may. */
export function askLeaveFault(activity: Pick<Activity, 'state'>, own: Own | undefined): ErrorCode | null {
  if (!own) return 'NOT_INVITED';
  return rollFault(activity) ?? (own.state === 'expected' ? null : 'WRONG_STATUS');
}

/** Why somebody may not answer another's leave; nobody answers their own. */
export function decideLeaveFault(
  activity: Pick<Activity, 'state'>,
  { personId, state, leave }: Asker,
  deciderId: string,
): ErrorCode | null {
  if (leave?.state !== 'asked' || state !== 'expected') return 'WRONG_STATUS';
  return rollFault(activity) ?? (personId === deciderId ? 'SECOND_PERSON_NEEDED' : null);
}

/** What of a mark that somebody has leave is refused, and why. */
export interface ExcuseFault {
  readonly code: ErrorCode;
  readonly field: 'state' | 'reason';
}

/**
 * Why somebody may not be noted as having leave; null where they may. Nobody notes their own: they ask, and another
 * answers. Of others it is noted by the leave that they asked for, else for a reason.
 */
export function excuseFault(
  { personId, state, leave }: Asker,
  reason: string | undefined,
  markerId: string,
): ExcuseFault | null {
  if (state === 'excused' || leave?.state === 'granted') return null;
  if (personId === markerId) return { code: 'SECOND_PERSON_NEEDED', field: 'state' };
  return leave?.state === 'asked' || reason !== undefined ? null : { code: 'INVALID_INPUT', field: 'reason' };
}
