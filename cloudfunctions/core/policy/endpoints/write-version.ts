import type { SignedIn } from '../../access/caller';
import { communities, type Community } from '../../place/community';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { done, refuse, type Result } from '../../platform/result';
import type { Policy } from '../policy';
import { policyVersions, type PolicyVersion } from '../version';

/** Who decides, and why. */
export interface Decision {
  readonly context: Context;
  readonly caller: SignedIn;
  /** The latest version that is stored; 0 before the first change. */
  readonly latest: number;
  readonly reason: string;
}

/** The latest version of a community's policy that is stored; 0 before the first change. One read. */
export async function latestVersion({ database }: Context, communityId: string): Promise<number> {
  const [latest] = await database.find(policyVersions, {
    where: { communityId },
    sort: { version: 'desc' },
    limit: 1,
  });
  return latest?.version ?? 0;
}

/**
 * Gives a community its next policy, and keeps what it had before as a version. A read and two writes; the first change
 * costs one write more.
 * @returns the number of the version, or `BUSY` where somebody else decided meanwhile
 */
export async function writeVersion(
  transaction: Transaction,
  decision: Decision,
  before: Community,
  policy: Policy,
): Promise<Result<number>> {
  const first = Math.max(decision.latest, 1);
  const next = versionOf(decision, first + 1, policy, false);
  if (await transaction.get(policyVersions, next._id)) return refuse('BUSY');
  if (decision.latest === 0) await transaction.insert(policyVersions, versionOf(decision, first, before.policy, true));
  await transaction.insert(policyVersions, next);
  await transaction.update(communities, before._id, { set: { policy } });
  return done(next.version);
}

function versionOf(
  { context, caller, reason }: Decision,
  version: number,
  policy: Policy,
  isBegin: boolean,
): PolicyVersion {
  const { communityId, personId, name } = caller.login;
  return {
    _id: `${communityId}:${version}`,
    communityId,
    version,
    policy,
    at: context.clock.now(),
    by: isBegin ? null : { personId, name, hat: caller.hat.hat },
    reason: isBegin ? '' : reason,
  };
}
