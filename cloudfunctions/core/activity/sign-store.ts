import { countPair, isUnderCap, pairCounts, pairIdOf, writePair, type PairCase } from '../passbook/pairs/pair-count';
import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';
import { activities, type Activity, type ActivitySigner, type Attendance } from './activity';
import { attendancePosting } from './rules/points';
import { requestLimit } from './store';

/**
 * Signs an activity and counts the two who stand for it, in one transaction: the points stand with the marks that earn
 * them. Two reads, two writes.
 */
export function writeSignature(context: Context, seen: Activity, signer: ActivitySigner): Promise<Result<Activity>> {
  const after = signedActivity(context, seen, signer);
  return context.database.transaction(async (transaction) => {
    const before = await transaction.get(activities, seen._id);
    if (before?.version !== seen.version || before.state !== 'signing') return refuse('STALE_VERSION', 'version');
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
    people: before.people.map((one): Attendance => ({
      ...one,
      points: attendancePosting(before, one, signer.at)?.points ?? null,
    })),
    state: 'closed',
    signature: signer,
    unposted: true,
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
