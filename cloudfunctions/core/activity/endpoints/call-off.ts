import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse, type Refusal, type Result } from '../../platform/result';
import { id, object, requestId, version, words } from '../../platform/validation';
import type { Activity } from '../activity';
import { finishedRoll } from '../finish';
import { activityNews } from '../news';
import { findCalled, type Called } from '../roll';
import { rollFault } from '../rules/roll';
import { afterLostRace, replaceActivity, requestLimit } from '../store';
import { viewOf } from '../view';

/**
 * An activity does not take place, for a reason that everybody of it is told; nobody's points move, and a new one may
 * be planned.
 * Cost: 2 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const callOffActivity = signedInEndpoint({
  name: 'activity.callOff',
  input: object({ activityId: id, version, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { activityId, version: seen, reason }) {
    const found = await findCalled(context, caller, activityId);
    if (!found.ok) return found;
    const called = await finishedRoll(context, found.data);
    const { activity: before } = called;
    const { personId, name } = caller.login;
    const calledOff = { personId, name, at: context.clock.now(), reason };
    const acts = withAct(before, context, caller, 'activity.callOff');
    const after =
      replayOf(before.requests, context.request, () => before) ??
      (await faultOf(context, before, { seen, reason })) ??
      (await callOff(context, called, { ...before, state: 'calledOff', calledOff, ...acts }));
    if (!after.ok) return after;
    if (after.data === before) await deliverMissing(context, before.outbox ?? []);
    return done(viewOf({ ...called, activity: after.data }, caller, context.clock.now()));
  },
});

async function faultOf(
  context: Context,
  activity: Activity,
  { seen, reason }: { readonly seen: number; readonly reason: string },
): Promise<Refusal | undefined> {
  const fault = rollFault(activity);
  if (fault) return refuse(fault, 'activityId');
  if (activity.version !== seen) return refuse('STALE_VERSION', 'version');
  return checkTexts(context, { reason });
}

async function callOff(
  context: Context,
  { activity: before, roll }: Called,
  off: Activity & { readonly calledOff: NonNullable<Activity['calledOff']> },
): Promise<Result<Activity>> {
  const personIds = roll.map(({ personId }) => personId);
  const messages = activityNews(off, 'meeting-called-off', personIds, off.calledOff);
  const requests = [...before.requests, context.request].slice(-requestLimit);
  const after: Activity = { ...off, requests, ...addToOutbox(before, messages) };
  if (!(await replaceActivity(context, before, after))) return afterLostRace(context, before._id);
  await deliver(context, messages);
  return done({ ...after, version: before.version + 1 });
}
