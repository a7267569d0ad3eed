import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, version } from '../../platform/validation';
import type { Activity, Attendance } from '../activity';
import { isRollFixed, readClash } from '../read-clash';
import { prefetchActivity, afterLostRace, findActivity, replaceActivity, requestLimit } from '../store';
import { hasStarted, viewOf } from '../view';

/**
 * Closes the roll of an activity, so that what is signed is what was marked. Nobody earns anything by it: points wait
 * for a second person (docs/adr/0021-a-second-interest.md).
 * Cost: 4 reads, 2 writes.
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
    const closed =
      replayOf(found.data.requests, context.request, () => found.data) ??
      (isRollFixed(found.data) ? found : await closeRoll(context, caller, found.data, input.version));
    return closed.ok ? done(viewOf(closed.data, caller, context.clock.now())) : closed;
  },
});

/** Nobody who was expected and neither came nor asked for leave was there. */
async function closeRoll(
  context: Context,
  caller: SignedIn,
  before: Activity,
  seen: number,
): Promise<Result<Activity>> {
  const at = context.clock.now();
  if (!hasStarted(before, at)) return refuse('ACTIVITY_NOT_STARTED');
  if (before.version !== seen) return refuse('STALE_VERSION', 'version');
  if ((await readClash(context, before, before.people, isRollFixed)) !== undefined)
    return refuse('ALREADY_PRESENT', 'activityId');
  const people = before.people.map((one): Attendance => ({
    ...one,
    state: one.state === 'expected' ? 'absent' : one.state,
  }));
  const after: Activity = {
    ...before,
    people,
    state: 'signing',
    closing: { personId: caller.login.personId, name: caller.login.name, at },
    ...withAct(before, context, caller, 'activity.close'),
    returned: null,
    requests: [...before.requests, context.request].slice(-requestLimit),
  };
  return (await replaceActivity(context, before, after))
    ? done({ ...after, version: before.version + 1 })
    : afterLostRace(context, before._id);
}
