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
