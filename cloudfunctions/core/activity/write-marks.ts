import type { Database } from '../platform/database';
import type { Activity } from './activity';
import { attendanceId, attendances, type Attendance, type Mark } from './attendance';
import { liftRoll } from './roll';
import type { MarkGroup } from './rules/roll';

const peopleAtOnce = 99;

/**
 * Marks people, those of one change in one write: only who still stands as it was seen, and only while this calling of
 * the roll is open. One write for each kind of change.
 * @returns how many were marked
 */
export async function writeMarks(
  database: Database,
  activity: Activity,
  groups: readonly MarkGroup[],
  mark: Mark,
): Promise<number> {
  const { _id: activityId, call } = activity;
  let marked = 0;
  for (const { was, state, personIds } of groups)
    for (let start = 0; start < personIds.length; start += peopleAtOnce) {
      const ids = personIds.slice(start, start + peopleAtOnce).map((personId) => attendanceId(activityId, personId));
      const where = { _id: { oneOf: ids }, state: was, call };
      marked += await database.updateWhere(attendances, where, { set: { state, mark } });
    }
  return marked;
}

/** A roll that was sent back by a call that broke off is lifted to its new calling before anybody is marked. */
export async function openRoll(
  database: Database,
  activity: Activity,
  roll: readonly Attendance[],
): Promise<readonly Attendance[]> {
  if (roll.every(({ call }) => call >= activity.call)) return roll;
  await liftRoll({ database }, activity);
  return roll.map((one) => ({ ...one, call: Math.max(one.call, activity.call) }));
}
