import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { branches } from '../../branch/branch';
import type { Context } from '../../platform/context';
import { hashOf } from '../../platform/ids';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { activities, type Activity } from '../activity';
import { rollFault } from '../rules/roll';
import { marksFrom } from '../rules/times';
import { findActivity } from '../store';

/** Hexadecimal digits of a secret: 64 bits. */
const secretDigits = 16;

/**
 * What the host's phone makes codes of, fetched once as the meeting opens; where the branch decided that members may
 * sign in by code. Every host of a meeting has the same. `now`: the server's clock, by which codes count.
 * Cost: 3 reads, 2 writes.
 */
export const openSignCode = signedInEndpoint({
  name: 'activity.openCode',
  input: object({ activityId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { activityId }) {
    const found = await findActivity(context, caller, activityId);
    if (!found.ok) return found;
    const fault = rollFault(found.data);
    if (fault) return refuse(fault, 'activityId');
    const branch = await context.database.get(branches, found.data.branchId);
    if (branch?.signInByCode !== true) return refuse('CODE_OFF', 'activityId');
    const secret = await secretOf(context, caller, found.data);
    if (!secret.ok) return secret;
    const from = marksFrom(found.data).toISOString();
    return done({ secret: secret.data, from, now: context.clock.now().toISOString() });
  },
});

/** The activity's secret; the first of two hosts who ask at one moment makes it for both. */
async function secretOf(context: Context, caller: SignedIn, activity: Activity): Promise<Result<string>> {
  const { database, ids } = context;
  const { _id, signSecret } = activity;
  if (signSecret !== undefined) return done(signSecret);
  const made = hashOf([ids.token(32)]).slice(0, secretDigits);
  const set = { signSecret: made, ...withAct(activity, context, caller, 'activity.openCode') };
  if ((await database.updateWhere(activities, { _id, signSecret: null }, { set })) > 0) return done(made);
  const stored = await database.get(activities, _id);
  return stored?.signSecret === undefined ? refuse('BUSY') : done(stored.signSecret);
}
