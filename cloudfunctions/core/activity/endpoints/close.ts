import { branchStaffHats } from '../../../../miniprogram/contracts/hat';
import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages, type OutgoingMessage } from '../../message/outgoing';
import { readHolders } from '../../passbook/disputes/holders';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, version } from '../../platform/validation';
import type { Activity, Attendance } from '../activity';
import { isRollFixed, readClash } from '../read-clash';
import { activitySignFault } from '../rules/signature';
import { prefetchActivity, afterLostRace, findActivity, replaceActivity, requestLimit } from '../store';
import { hasStarted, viewOf } from '../view';

/**
 * Closes the roll of an activity, so that what is signed is what was marked. Nobody earns anything by it: points wait
 * for a second person (docs/adr/0021-a-second-interest.md), and whoever may be that one is told.
 * Cost: 4 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const closeActivity = signedInEndpoint({
  name: 'activity.close',
  input: object({ activityId: id, version, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  prefetch: prefetchActivity,
  async run(context, caller, input) {
    const found = await findActivity(context, caller, input.activityId);
    if (!found.ok) return found;
    const closed =
      replayOf(found.data.requests, context.request, () => found.data) ??
      (isRollFixed(found.data) ? found : await closeRoll(context, caller, found.data, input.version));
    if (!closed.ok) return closed;
    // What the call that closed it could not tell is told by its repetition.
    if (closed.data === found.data) await deliverMissing(context, found.data.outbox ?? []);
    return done(viewOf(closed.data, caller, context.clock.now()));
  },
});

/** Fixes what was marked. */
async function closeRoll(
  context: Context,
  caller: SignedIn,
  before: Activity,
  seen: number,
): Promise<Result<Activity>> {
  const at = context.clock.now();
  if (!hasStarted(before, at)) return refuse('ACTIVITY_NOT_STARTED');
  if (before.version !== seen) return refuse('STALE_VERSION', 'version');
  const [clash, signers] = await Promise.all([
    readClash(context, before, before.people, isRollFixed),
    readHolders(context.database, before.branchId, branchStaffHats),
  ]);
  if (clash !== undefined) return refuse('ALREADY_PRESENT', 'activityId');
  const closed = closedRoll(context, caller, before);
  const messages = newsOf(
    closed,
    signers.filter((personId) => activitySignFault(closed, personId) === null),
  );
  const after = { ...closed, ...addToOutbox(before, messages) };
  if (!(await replaceActivity(context, before, after))) return afterLostRace(context, before._id);
  await deliver(context, messages);
  return done({ ...after, version: before.version + 1 });
}

/** Whoever may be the second person hears, once for each time that the roll was closed, that it waits for them. */
function newsOf({ _id, version, title, closing }: Activity, personIds: readonly string[]): readonly OutgoingMessage[] {
  if (!closing || personIds.length === 0) return [];
  const content = { kind: 'roll-to-sign', title, name: closing.name } as const;
  return outgoingMessages(`activity:${_id}:closed:${version}`, closing.at, [{ personIds, content }]);
}

/** Nobody who was expected and neither came nor asked for leave was there. */
function closedRoll(context: Context, caller: SignedIn, before: Activity): Activity {
  const { login } = caller;
  const people = before.people.map((one): Attendance => ({
    ...one,
    state: one.state === 'expected' ? 'absent' : one.state,
  }));
  return {
    ...before,
    people,
    state: 'signing',
    closing: { personId: login.personId, name: login.name, at: context.clock.now() },
    ...withAct(before, context, caller, 'activity.close'),
    returned: null,
    requests: [...before.requests, context.request].slice(-requestLimit),
  };
}
