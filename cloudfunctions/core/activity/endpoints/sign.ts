import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct, type Act } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, requestId, v, version, words } from '../../platform/validation';
import type { Activity, ActivitySigner } from '../activity';
import { postAttendance } from '../post-attendance';
import { isRollFixed, readClash } from '../read-clash';
import { activitySignFault } from '../rules/signature';
import { writeSignature } from '../sign-store';
import { prefetchActivity, afterLostRace, findActivity, replaceActivity, requestLimit } from '../store';
import { viewOf } from '../view';

/**
 * The second person: agreeing closes the activity and posts each person's line by itself under a key of its own; a call
 * that breaks off half-way is made again by hand or by `jobs`, and what stands is not posted twice (S3-04). Not
 * agreeing sends the roll back, for a reason; that moves no points, so that anybody who keeps it may.
 * Cost: grows with the people who were expected.
 */
export const signActivity = signedInEndpoint({
  name: 'activity.sign',
  input: object({
    activityId: id,
    version,
    agree: v.boolean(),
    reason: optional(words(limits.reasonWords)),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  prefetch: prefetchActivity,
  async run(context, caller, input) {
    if (!input.agree && input.reason === undefined) return refuse('INVALID_INPUT', 'reason');
    const found = await findActivity(context, caller, input.activityId);
    if (!found.ok) return found;
    const { personId, name } = caller.login;
    const signer = { personId, name, at: context.clock.now() };
    const acts = withAct(found.data, context, caller, 'activity.sign');
    const signed =
      replayOf(found.data.requests, context.request, () => found.data) ??
      (await decide(context, found.data, { ...input, signer, ...acts }));
    if (!signed.ok) return signed;
    const posted = signed.data.state === 'closed' ? await postAttendance(context, signed.data) : done(0);
    return posted.ok ? done(viewOf(signed.data, caller, context.clock.now())) : posted;
  },
});

interface Signature {
  readonly version: number;
  readonly agree: boolean;
  readonly reason?: string;
  readonly signer: ActivitySigner;
  readonly acts: readonly Act[];
}

async function decide(context: Context, before: Activity, input: Signature): Promise<Result<Activity>> {
  const { agree, reason, signer, acts } = input;
  if (agree && before.state === 'closed' && before.signature?.personId === signer.personId) return done(before);
  if (before.state !== 'signing') return refuse(before.state === 'open' ? 'WRONG_STATUS' : 'ACTIVITY_CLOSED');
  if (before.version !== input.version) return refuse('STALE_VERSION', 'version');
  if (!agree) return sendBack(context, { ...before, acts }, { ...signer, reason: reason ?? '' });
  const fault = activitySignFault(before, signer.personId);
  if (fault) return refuse(fault, 'activityId');
  // A roll that is fixed stays visible to whoever signs another: of two at one moment neither is paid unseen.
  if ((await readClash(context, before, before.people, isRollFixed)) !== undefined)
    return refuse('ALREADY_PRESENT', 'activityId');
  return writeSignature(context, { ...before, acts }, signer);
}

async function sendBack(
  context: Context,
  before: Activity,
  returned: NonNullable<Activity['returned']>,
): Promise<Result<Activity>> {
  const refused = await checkTexts(context, { reason: returned.reason });
  if (refused) return refused;
  const requests = [...before.requests, context.request].slice(-requestLimit);
  const after: Activity = { ...before, state: 'open', closing: null, returned, requests };
  return (await replaceActivity(context, before, after))
    ? done({ ...after, version: before.version + 1 })
    : afterLostRace(context, before._id);
}
