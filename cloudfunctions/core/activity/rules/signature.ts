import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { Activity } from '../activity';

type Signable = Pick<Activity, 'state' | 'startsAt' | 'createdAt' | 'createdBy' | 'closing'>;

/** A meeting that nobody could have announced: it was entered when it had begun already. */
export function isEnteredLate({ startsAt, createdAt }: Pick<Activity, 'startsAt' | 'createdAt'>): boolean {
  return createdAt.getTime() > startsAt.getTime();
}

/**
 * Why somebody may not be the second person of an activity; null where they may. Nobody signs a roll that they closed,
 * nor a meeting that they entered after its start.
 */
export function activitySignFault(activity: Signable, signerId: string): ErrorCode | null {
  if (activity.state === 'open') return 'ROLL_OPEN';
  if (activity.state === 'closed') return 'ACTIVITY_CLOSED';
  const enteredByThem = isEnteredLate(activity) && activity.createdBy.personId === signerId;
  return enteredByThem || activity.closing?.personId === signerId ? 'SECOND_PERSON_NEEDED' : null;
}
