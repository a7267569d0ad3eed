import type { Database } from '../platform/database';
import type { Activity } from './activity';
import type { RequestRecord } from '../platform/request';
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
  made: { readonly mark: Mark; readonly request: RequestRecord },
): Promise<number> {
  const { _id: activityId, call } = activity;
  let marked = 0;
  for (const group of groups) {
    const { was, personIds } = group;
    for (let start = 0; start < personIds.length; start += peopleAtOnce) {
      const ids = personIds.slice(start, start + peopleAtOnce).map((personId) => attendanceId(activityId, personId));
      const where = { _id: { oneOf: ids }, state: was, call };
      marked += await database.updateWhere(attendances, where, { set: markOf(group, made) });
    }
  }
  return marked;
}

/** What a mark writes on a line: leave that is noted for a reason is granted by whoever notes it. */
export function markOf(
  { state, reason }: Pick<MarkGroup, 'state' | 'reason'>,
  { mark, request }: { readonly mark: Mark; readonly request: RequestRecord },
): Pick<Attendance, 'state' | 'mark' | 'leave'> {
  if (reason === undefined) return { state, mark };
  const { personId, name, hat, at } = mark;
  const hand = { personId, name, hat, at };
  return { state, mark, leave: { reason, state: 'granted', asked: hand, decided: hand, request } };
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
