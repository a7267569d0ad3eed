import type { Context } from '../platform/context';
import { activities, type Activity, type Attendance } from './activity';
import { clashOf, momentMsOf } from './rules/moments';

/** A branch has few activities within an hour. */
const nearbyLimit = 20;

/**
 * Somebody who is marked as present twice at one moment; undefined for nobody. One read.
 * @param counts which other activities count: all that call the roll, or those whose roll is fixed
 */
export async function readClash(
  { database }: Pick<Context, 'database'>,
  activity: Activity,
  people: readonly Pick<Attendance, 'personId' | 'state'>[],
  counts: (other: Activity) => boolean,
): Promise<string | undefined> {
  if (!people.some(({ state }) => state === 'present')) return undefined;
  const { branchId, startsAt } = activity;
  const momentMs = momentMsOf(activity);
  const startKey = { gt: keyAt(startsAt, -momentMs), lt: keyAt(startsAt, momentMs) };
  const nearby = await database.find(activities, {
    where: { branchId, startKey },
    sort: { startKey: 'desc' },
    limit: nearbyLimit,
  });
  return clashOf(activity, nearby.filter(counts), people);
}

/** Whether a roll is fixed: from then on its marks earn, or are about to. */
export function isRollFixed({ state }: Pick<Activity, 'state'>): boolean {
  return state !== 'open';
}

/** Keys begin with the moment (`timeKey`). */
function keyAt(moment: Date, shiftMs: number): string {
  return new Date(moment.getTime() + shiftMs).toISOString();
}
