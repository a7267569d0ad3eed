import type { Activity } from '../activity';
import { defaultMomentMinutes } from '../policy';

/** Activities whose starts lie closer than this are one moment: nobody is at two of them. */
export function momentMsOf({ momentMinutes = defaultMomentMinutes }: Pick<Activity, 'momentMinutes'>): number {
  return momentMinutes * 60_000;
}

type Timed = Pick<Activity, '_id' | 'startsAt' | 'momentMinutes'>;

/** Where somebody else's line says that they were present. */
export interface Presence {
  readonly personId: string;
  readonly activityId: string;
  readonly startsAt: Date;
}

/** Where one of these people is present at another activity of the same moment; undefined for nobody. */
export function clashOf(
  activity: Timed,
  presences: readonly Presence[],
  personIds: readonly string[],
): Presence | undefined {
  return presences.find(
    ({ personId, activityId, startsAt }) =>
      activityId !== activity._id && personIds.includes(personId) && isSameMoment(startsAt, activity),
  );
}

function isSameMoment(start: Date, activity: Timed): boolean {
  return Math.abs(start.getTime() - activity.startsAt.getTime()) < momentMsOf(activity);
}
