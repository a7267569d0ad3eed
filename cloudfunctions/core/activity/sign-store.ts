import { countPair, isUnderCap, pairCounts, pairIdOf, writePair, type PairCase } from '../passbook/pairs/pair-count';
import type { Context } from '../platform/context';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { activities, type Activity, type ActivitySigner } from './activity';
import { requestLimit } from './store';

/**
 * Signs an activity and counts the two who stand for it, in one transaction: the roll is fixed by
 * then, and its marks say what is posted. Two reads, two writes.
 */
export function writeSignature(context: Context, seen: Activity, signer: ActivitySigner): Promise<Result<Activity>> {
  const after = signedActivity(context, seen, signer);
  return context.database.transaction(async (transaction) => {
    const before = await transaction.get(activities, seen._id);
    if (before?.version !== seen.version || before.state !== 'signing')
      return (before && replayOf(before.requests, context.request, () => before)) ?? refuse('STALE_VERSION', 'version');
    const pairCase = signatureCase(seen, signer);
    const pair = await transaction.get(pairCounts, pairIdOf(pairCase));
    if (!isUnderCap(pair, pairCase.cap)) return refuse('PAIR_CAP_REACHED', 'activityId');
    const { _id, ...fields } = after;
    await transaction.update(activities, _id, { set: fields });
    await writePair(transaction, countPair(pair, pairCase, true), pair !== undefined);
    return done(after);
  });
}

function signedActivity({ request }: Context, before: Activity, signer: ActivitySigner): Activity {
  return {
    ...before,
    state: 'closed',
    signature: signer,
    unfinished: { work: 'posting', since: signer.at },
    closedAt: signer.at,
    version: before.version + 1,
    requests: [...before.requests, request].slice(-requestLimit),
  };
}

/** Whoever closed and whoever signed are one pair, whichever of them did which. */
export function signatureCase(activity: Activity, signer: ActivitySigner): PairCase {
  const { communityId, closing, createdBy, pairCap } = activity;
  const { personId, name } = closing ?? createdBy;
  const [giver, earner] = [
    { personId, name },
    { personId: signer.personId, name: signer.name },
  ].sort((one, other) => (one.personId < other.personId ? -1 : 1));
  const sure = giver && earner ? { giver, earner } : { giver: signer, earner: signer };
  return { communityId, way: 'signed', ...sure, at: signer.at, cap: pairCap, sourceId: activity._id, private: false };
}
