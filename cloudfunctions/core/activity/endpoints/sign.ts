import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct, type Act } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, requestId, v, version, words } from '../../platform/validation';
import type { Activity, ActivitySigner } from '../activity';
import { fixRoll } from '../settling/fix-roll';
import { postAttendance } from '../post-attendance';
import { isRollFixed, readClash } from '../read-clash';
import { activitySignFault } from '../rules/signature';
import { writeSignature } from '../sign-store';
import { findCalled, liftRoll, type Called } from '../roll';
import { afterLostRace, replaceActivity, requestLimit } from '../store';
import { viewOf } from '../view';

/** A call answers within ten seconds; so long it posts. */
const postingMs = 4_000;

/**
 * The second person: agreeing closes the activity and posts each person's line by itself under a key of its own; what
 * does not fit the call, or breaks off half-way, is done by the next one or by `jobs`, and what stands is not posted
 * twice (S3-04). Not
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
  async run(context, caller, input) {
    if (!input.agree && input.reason === undefined) return refuse('INVALID_INPUT', 'reason');
    const found = await findCalled(context, caller, input.activityId);
    if (!found.ok) return found;
    const called = await fixed(context, found.data);
    const { activity } = called;
    const { personId, name } = caller.login;
    const signer = { personId, name, at: context.clock.now() };
    const acts = withAct(activity, context, caller, 'activity.sign');
    const signed =
      replayOf(activity.requests, context.request, () => activity) ??
      (await decide(context, called, { ...input, signer, ...acts }));
    if (!signed.ok) return signed;
    const posted = signed.data.state === 'closed' ? await post(context, signed.data) : done(signed.data);
    return posted.ok ? done(viewOf({ ...called, activity: posted.data }, caller, context.clock.now())) : posted;
  },
});

/** A closing that broke off before the roll was fixed is finished before anybody signs it. */
async function fixed(context: Context, called: Called): Promise<Called> {
  return called.activity.unfinished?.work === 'fixing'
    ? { ...called, ...(await fixRoll(context, called.activity)) }
    : called;
}

/** Posts as much as fits a call; the timer goes on with the rest. */
async function post(context: Context, activity: Activity): Promise<Result<Activity>> {
  const posted = await postAttendance(context, activity, new Date(context.clock.now().getTime() + postingMs));
  if (!posted.ok) return posted;
  return done(posted.data > 0 ? activity : { ...activity, unfinished: undefined });
}

interface Signature {
  readonly version: number;
  readonly agree: boolean;
  readonly reason?: string;
  readonly signer: ActivitySigner;
  readonly acts: readonly Act[];
}

async function decide(
  context: Context,
  { activity: before, roll }: Called,
  input: Signature,
): Promise<Result<Activity>> {
  const { agree, reason, signer, acts } = input;
  if (agree && before.state === 'closed' && before.signature?.personId === signer.personId) return done(before);
  if (before.state === 'calledOff') return refuse('ACTIVITY_CALLED_OFF');
  if (before.state !== 'signing') return refuse(before.state === 'open' ? 'ROLL_OPEN' : 'ACTIVITY_CLOSED');
  if (before.version !== input.version) return refuse('STALE_VERSION', 'version');
  if (!agree) return sendBack(context, { ...before, acts }, { ...signer, reason: reason ?? '' });
  const fault = activitySignFault(before, signer.personId);
  if (fault) return refuse(fault, 'activityId');
  // A roll that is fixed stays visible to whoever signs another: of two at one moment neither is paid unseen.
  if ((await readClash(context, before, roll, isRollFixed)) !== undefined)
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
  const after: Activity = { ...before, state: 'open', call: before.call + 1, closing: null, returned, requests };
  if (!(await replaceActivity(context, before, after))) return afterLostRace(context, before._id);
  // Who is marked before this was done is lifted then (`openRoll`).
  await liftRoll(context, after);
  return done({ ...after, version: before.version + 1 });
}
