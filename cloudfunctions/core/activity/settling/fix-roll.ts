import type { Services } from '../../platform/context';
import { activities, type Activity, type ActivityCounts } from '../activity';
import type { Attendance } from '../attendance';
import { liftRoll, readRoll } from '../roll';
import { isInCalling } from '../rules/roll';
import { settleMembers } from './settle-members';

/** How many came, and how many had leave, of those who count here. */
export function countsOf(roll: readonly Attendance[]): ActivityCounts {
  const count = (state: Attendance['state']) => roll.filter((one) => one.state === state).length;
  const expected = roll.filter(({ walkIn }) => walkIn === undefined).length;
  return { expected, present: count('present'), excused: count('excused') };
}

/**
 * Fixes the roll of an activity that was closed: from then on nobody is marked, and it is counted as it stands, of the
 * people who were the branch's when it began. Repeated, it changes nothing. Two reads for 99 people, two writes.
 */
export async function fixRoll({ database }: Pick<Services, 'database'>, activity: Activity): Promise<FixedRoll> {
  await liftRoll({ database }, activity);
  const lines = await readRoll({ database }, activity._id);
  // Who walks in behind the lifting is not in it.
  const called = lines.filter((line) => isInCalling(activity, line));
  const roll = await settleMembers(database, activity, called);
  const counts = countsOf(roll);
  const where = { _id: activity._id, call: activity.call, 'unfinished.work': 'fixing' };
  await database.updateWhere(activities, where, { set: { counts }, unset: ['unfinished'] });
  return { activity: { ...activity, unfinished: undefined, counts }, roll };
}

interface FixedRoll {
  readonly activity: Activity;
  readonly roll: readonly Attendance[];
}
