import type { Services } from '../platform/context';
import { activities, type Activity, type ActivityCounts } from './activity';
import type { Attendance } from './attendance';
import { liftRoll, readRoll } from './roll';

/** How many came, and how many had leave, of those who count here. */
export function countsOf(roll: readonly Attendance[]): ActivityCounts {
  const count = (state: Attendance['state']) => roll.filter((one) => one.state === state).length;
  const expected = roll.filter(({ walkIn }) => walkIn === undefined).length;
  return { expected, present: count('present'), excused: count('excused') };
}

/**
 * Fixes the roll of an activity that was closed: from then on nobody is marked, and it is counted as it stands.
 * Repeated, it changes nothing. One read, two writes.
 */
export async function fixRoll({ database }: Pick<Services, 'database'>, activity: Activity): Promise<FixedRoll> {
  await liftRoll({ database }, activity);
  const roll = await readRoll({ database }, activity._id);
  const counts = countsOf(roll);
  const where = { _id: activity._id, call: activity.call, 'unfinished.work': 'fixing' };
  await database.updateWhere(activities, where, { set: { counts }, unset: ['unfinished'] });
  return { activity: { ...activity, unfinished: undefined, counts }, roll };
}

interface FixedRoll {
  readonly activity: Activity;
  readonly roll: readonly Attendance[];
}
