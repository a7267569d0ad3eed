import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';
import type { Activity } from './activity';
import { attendances, type Attendance, type Mark } from './attendance';
import { isCalled, readClash } from './read-clash';
import { openRoll } from './write-marks';

/**
 * Marks one person of a roll as there, whatever stands on their line: who says so sees them. Nobody is at two
 * activities of one moment (`ALREADY_PRESENT`). One read, one write; whoever is there already costs nothing.
 */
export async function markPresent(
  context: Context,
  activity: Activity,
  seen: Attendance,
  by: Mark,
): Promise<Result<Attendance>> {
  if (seen.state === 'present') return done(seen);
  const clash = await readClash(context, activity, [{ personId: seen.personId, state: 'present' }], isCalled);
  if (clash !== undefined) return refuse('ALREADY_PRESENT', 'activityId');
  const [own = seen] = await openRoll(context.database, activity, [seen]);
  const where = { _id: own._id, call: activity.call };
  const set = { state: 'present', mark: by } as const;
  return (await context.database.updateWhere(attendances, where, { set })) > 0
    ? done({ ...own, ...set })
    : refuse('ACTIVITY_CLOSED', 'activityId');
}
