import { branchOfLogin } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { marksOf } from '../../person/rules/namesakes';
import { done, refuse } from '../../platform/result';
import { id, object, optional, requestId, v } from '../../platform/validation';
import type { Mark } from '../attendance';
import { markPresent } from '../mark-present';
import { findForSignIn } from '../roll';
import { signInFault } from '../rules/sign-in';
import { arrivalOrder, walkIn } from '../walk-in';

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
    const { personId, name, memberClass } = caller.login;
    const by: Mark = { personId, name, hat: caller.hat.hat, at: context.clock.now(), way: 'code' };
    const order = arrivalOrder(activity, by.at);
    const branchId = branchOfLogin(caller.login);
    const guest = { personId, name, apart: marksOf(caller.login), memberClass: memberClass ?? null, branchId, order };
    const signed = own ? await markPresent(context, activity, own, by) : await walkIn(context, activity, guest, by);
    if (!signed.ok) return signed;
    const { title, startsAt, placeName, branchName } = activity;
    return done({
      ...{ activityId: activity._id, title, startsAt: startsAt.toISOString(), placeName, branchName },
      ...(signed.data.walkIn && { walkIn: signed.data.walkIn.state }),
    });
  },
});
