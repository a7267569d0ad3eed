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
import { done, refuse, type Refusal, type Result } from '../../platform/result';
import { id, object, requestId, version } from '../../platform/validation';
import type { Activity } from '../activity';
import { finishedRoll } from '../finish';
import { fixRoll } from '../settling/fix-roll';
import { isRollFixed, readClash } from '../read-clash';
import { findCalled, type Called } from '../roll';
import { closingFault } from '../rules/roll';
import { activitySignFault } from '../rules/signature';
import { hasStarted } from '../rules/times';
import { afterLostRace, replaceActivity, requestLimit } from '../store';
import { viewOf } from '../view';

/**
 * Closes the roll of an activity, so that what is signed is what was marked; whoever was expected and neither came nor
 * had leave counts as absent from then on, without a mark in anybody's name. Nobody earns anything by it: points wait
 * for a second person (docs/adr/0021-a-second-interest.md), and whoever may be that one is told.
 * Cost: 6 reads, 4 writes; to notify, 1 read, 1 write.
 */
export const closeActivity = signedInEndpoint({
  name: 'activity.close',
  input: object({ activityId: id, version, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const found = await findCalled(context, caller, input.activityId);
    if (!found.ok) return found;
    const { activity } = found.data;
    const closed =
      replayOf(activity.requests, context.request, () => activity) ??
      (isRollFixed(activity) ? done(activity) : await closeRoll(context, caller, found.data, input.version));
    if (!closed.ok) return closed;
    // What the call that closed it could not tell is told by its repetition.
    if (closed.data === activity) await deliverMissing(context, activity.outbox ?? []);
    const fixed = closed.data.unfinished?.work === 'fixing' ? await fixRoll(context, closed.data) : null;
    const called = { ...found.data, ...(fixed ?? { activity: closed.data }) };
    return done(viewOf(called, caller, context.clock.now()));
  },
});

async function closeRoll(
  context: Context,
  caller: SignedIn,
  called: Called,
  version: number,
): Promise<Result<Activity>> {
  // Nobody is left out of what is closed.
  const { activity: before, roll } = await finishedRoll(context, called);
  const fault = await faultOf(context, { activity: before, roll }, version);
  if (fault) return fault;
  const signers = await readHolders(context.database, before.branchId, branchStaffHats);
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

async function faultOf(
  context: Context,
  { activity, roll }: Pick<Called, 'activity' | 'roll'>,
  seen: number,
): Promise<Refusal | undefined> {
  if (activity.state === 'calledOff') return refuse('ACTIVITY_CALLED_OFF');
  if (!hasStarted(activity, context.clock.now())) return refuse('ACTIVITY_NOT_STARTED');
  if (activity.version !== seen) return refuse('STALE_VERSION', 'version');
  const fault = closingFault(roll);
  if (fault) return refuse(fault, 'activityId');
  const clash = await readClash(context, activity, roll, isRollFixed);
  return clash === undefined ? undefined : refuse('ALREADY_PRESENT', 'activityId');
}

/** Whoever may be the second person hears, once for each time that the roll was closed, that it waits for them. */
function newsOf({ _id, version, title, closing }: Activity, personIds: readonly string[]): readonly OutgoingMessage[] {
  if (!closing || personIds.length === 0) return [];
  const content = { kind: 'roll-to-sign', title, name: closing.name } as const;
  return outgoingMessages(`activity:${_id}:closed:${version}`, closing.at, [{ personIds, content }]);
}

function closedRoll(context: Context, caller: SignedIn, before: Activity): Activity {
  const { personId, name } = caller.login;
  const at = context.clock.now();
  return {
    ...before,
    state: 'signing',
    call: before.call + 1,
    closing: { personId, name, at },
    unfinished: { work: 'fixing', since: at },
    ...withAct(before, context, caller, 'activity.close'),
    returned: null,
    requests: [...before.requests, context.request].slice(-requestLimit),
  };
}
