import type { Activity, Attendance } from '../activity';
import { defaultMomentMinutes } from '../policy';

/** Activities whose starts lie closer than this are one moment: nobody is at two of them. */
export function momentMsOf({ momentMinutes = defaultMomentMinutes }: Pick<Activity, 'momentMinutes'>): number {
  return momentMinutes * 60_000;
}

type Present = Pick<Attendance, 'personId' | 'state'>;
type Timed = Pick<Activity, '_id' | 'startsAt' | 'momentMinutes'> & { readonly people: readonly Present[] };

/** The first of these people who is marked as present at another activity of the same moment; undefined for none. */
export function clashOf(activity: Timed, others: readonly Timed[], people: readonly Present[]): string | undefined {
  const elsewhere = new Set(
    others
      .filter(({ _id, startsAt }) => _id !== activity._id && isSameMoment(startsAt, activity))
      .flatMap((other) => other.people.filter(({ state }) => state === 'present').map(({ personId }) => personId)),
  );
  return people.find(({ personId, state }) => state === 'present' && elsewhere.has(personId))?.personId;
}

function isSameMoment(start: Date, activity: Timed): boolean {
  return Math.abs(start.getTime() - activity.startsAt.getTime()) < momentMsOf(activity);
}
