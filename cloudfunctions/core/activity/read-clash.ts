import type { Context } from '../platform/context';
import { momentOfKey } from '../platform/ids';
import { activities, type Activity } from './activity';
import { attendances, type Attendance } from './attendance';
import { clashOf, momentMsOf, type Presence } from './rules/moments';

const peopleAtOnce = 99;

/**
 * Somebody who is present at another activity of the same moment too, wherever it takes place; undefined for nobody.
 * One read for 99 people, and one more where somebody is.
 * @param counts which other activities count: all that call the roll, or those whose roll is fixed
 */
export async function readClash(
  { database }: Pick<Context, 'database'>,
  activity: Activity,
  people: readonly Pick<Attendance, 'personId' | 'state'>[],
  counts: (other: Activity) => boolean,
): Promise<string | undefined> {
  const present = people.flatMap(({ personId, state }) => (state === 'present' ? [personId] : []));
  const momentMs = momentMsOf(activity);
  const startKey = { gt: keyAt(activity.startsAt, -momentMs), lt: keyAt(activity.startsAt, momentMs) };
  for (let start = 0; start < present.length; start += peopleAtOnce) {
    const personId = { oneOf: present.slice(start, start + peopleAtOnce) };
    const where = { personId, startKey, state: 'present', activityId: { not: activity._id } };
    const elsewhere = await database.find(attendances, { where, limit: peopleAtOnce });
    const counted = await countedOf(database, elsewhere, counts);
    const clash = clashOf(activity, counted.map(presenceOf), present);
    if (clash) return clash.personId;
  }
  return undefined;
}

async function countedOf(
  database: Context['database'],
  elsewhere: readonly Attendance[],
  counts: (other: Activity) => boolean,
): Promise<readonly Attendance[]> {
  if (elsewhere.length === 0) return [];
  const ids = [...new Set(elsewhere.map(({ activityId }) => activityId))];
  const found = await database.find(activities, { where: { _id: { oneOf: ids } }, limit: peopleAtOnce });
  const counted = new Set(found.filter(counts).map(({ _id }) => _id));
  return elsewhere.filter(({ activityId }) => counted.has(activityId));
}

function presenceOf({ personId, activityId, startKey }: Attendance): Presence {
  return { personId, activityId, startsAt: momentOfKey(startKey) };
}

/** Whether a roll calls anybody: what was called off does not. */
export function isCalled({ state }: Pick<Activity, 'state'>): boolean {
  return state !== 'calledOff';
}

/** Whether a roll is fixed: from then on its marks earn, or are about to. */
export function isRollFixed({ state }: Pick<Activity, 'state'>): boolean {
  return state === 'signing' || state === 'closed';
}

/** Keys begin with the moment (`timeKey`). */
function keyAt(moment: Date, shiftMs: number): string {
  return new Date(moment.getTime() + shiftMs).toISOString();
}
