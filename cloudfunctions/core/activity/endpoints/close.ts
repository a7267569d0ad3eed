import { signedInEndpoint } from '../../access/endpoint';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, version } from '../../platform/validation';
import type { Activity, Attendance } from '../activity';
import { attendancePosting } from '../rules/points';
import { postAttendance } from '../post-attendance';
import { prefetchActivity, findActivity, replaceActivity, requestLimit } from '../store';
import { hasStarted, viewOf } from '../view';

/**
 * Closes an activity: first it is closed for marks, so that what is posted is what was marked; then each person's line
 * is posted by itself under a key of its own. A call that breaks off half-way is made again by hand or by `jobs`: what
 * stands is not posted twice (S3-04).
 */
export const closeActivity = signedInEndpoint({
  name: 'activity.close',
  input: object({ activityId: id, version, requestId }),
  identity: 'caller',
  idempotency: 'noted',
  prefetch: prefetchActivity,
  async run(context, caller, input) {
    const found = await findActivity(context, caller, input.activityId);
    if (!found.ok) return found;
    const replay = replayOf(found.data.requests, context.request, () => found.data);
    const closed =
      replay ?? (found.data.state === 'closed' ? found : await closeMarks(context, found.data, input.version));
    if (!closed.ok) return closed;
    const posted = await postAttendance(context, closed.data);
    return posted.ok ? done(viewOf(closed.data, caller, context.clock.now())) : posted;
  },
});

/**
 * Nobody who was expected and neither came nor asked for leave was there; the points stand with the marks that earn
 * them.
 */
async function closeMarks(context: Context, before: Activity, seen: number): Promise<Result<Activity>> {
  if (!hasStarted(before, context.clock.now())) return refuse('ACTIVITY_NOT_STARTED');
  if (before.version !== seen) return refuse('STALE_VERSION', 'version');
  const people = before.people.map((one): Attendance => {
    const final: Attendance = { ...one, state: one.state === 'expected' ? 'absent' : one.state };
    return { ...final, points: attendancePosting(before, final, before.startsAt)?.points ?? null };
  });
  const after: Activity = {
    ...before,
    people,
    state: 'closed',
    unposted: true,
    closedAt: context.clock.now(),
    requests: [...before.requests, context.request].slice(-requestLimit),
  };
  return (await replaceActivity(context, before, after))
    ? done({ ...after, version: before.version + 1 })
    : refuse('STALE_VERSION', 'version');
}
