import { branchOfLogin, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import type { Context } from '../../platform/context';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, requestId, v } from '../../platform/validation';
import type { Activity } from '../activity';
import { attendances, type Attendance, type Mark } from '../attendance';
import { isCalled, readClash } from '../read-clash';
import { findForSignIn } from '../roll';
import { signInFault } from '../rules/sign-in';
import { walkIn } from '../walk-in';
import { openRoll } from '../write-marks';

/**
 * A member marks themselves as there, by the code on the host's phone. Everybody's line is a document of their own, so
 * that three hundred who scan within a minute meet nobody's write. Whoever is of another branch of the community is
 * asked first (`OTHER_BRANCH_MEETING`), and says so by `walkIn`. What is so already is answered without a write.
 * From somebody's second write beside orders on, one write less.
 * Cost: 3 reads, 3 writes.
 */
export const signIn = signedInEndpoint({
  name: 'activity.signIn',
  input: object({
    activityId: id,
    window: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    code: v.pipe(v.string(), v.regex(/^[\da-f]{16}$/)),
    walkIn: optional(v.boolean()),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const found = await findForSignIn(context, caller, input.activityId);
    if (!found.ok) return found;
    const { activity, own } = found.data;
    const fault = signInFault(activity, input, context.clock.now());
    if (fault) return refuse(fault, fault.startsWith('SIGN_CODE') ? 'code' : 'activityId');
    const isGuest = own === undefined;
    if (isGuest && !caller.login.kinds.includes('branchMember')) return refuse('NOT_INVITED', 'activityId');
    if (isGuest && input.walkIn !== true && branchOfLogin(caller.login) !== activity.branchId)
      return refuse('OTHER_BRANCH_MEETING', 'activityId');
    const signed = own ? await mark(context, caller, activity, own) : await walkIn(context, caller, activity);
    if (!signed.ok) return signed;
    const { title, startsAt, placeName, branchName } = activity;
    return done({
      ...{ activityId: activity._id, title, startsAt: startsAt.toISOString(), placeName, branchName },
      ...(signed.data.walkIn && { walkIn: signed.data.walkIn.state }),
    });
  },
});

async function mark(
  context: Context,
  { login, hat }: SignedIn,
  activity: Activity,
  seen: Attendance,
): Promise<Result<Attendance>> {
  if (seen.state === 'present') return done(seen);
  const clash = await readClash(context, activity, [{ personId: login.personId, state: 'present' }], isCalled);
  if (clash !== undefined) return refuse('ALREADY_PRESENT', 'activityId');
  const [own = seen] = await openRoll(context.database, activity, [seen]);
  const { personId, name } = login;
  const by: Mark = { personId, name, hat: hat.hat, at: context.clock.now(), way: 'code' };
  // whatever stands there by now, being here is what the code says
  const where = { _id: own._id, call: activity.call };
  const set = { state: 'present', mark: by } as const;
  return (await context.database.updateWhere(attendances, where, { set })) > 0
    ? done({ ...own, ...set })
    : refuse('ACTIVITY_CLOSED', 'activityId');
}
