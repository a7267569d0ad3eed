import type { Hat } from '../../../miniprogram/contracts/hat';
import { collection, type Transaction } from '../platform/database';
import type { Policy } from './policy';

/** One version of a community's policy: what was decided, when, by whom and why. `_id` is `<communityId>:<version>`. */
export interface PolicyVersion {
  readonly _id: string;
  readonly communityId: string;
  /** From 1, without a gap. */
  readonly version: number;
  readonly policy: Policy;
  readonly at: Date;
  /** Null for the version that a community was set up with. */
  readonly by: { readonly personId: string; readonly name: string; readonly hat: Hat } | null;
  readonly reason: string;
}

export const policyVersions = collection<PolicyVersion>('policies');

/** The version that follows `before`, or the first. Pure. */
export function nextPolicyVersion(
  before: Pick<PolicyVersion, 'version'> | undefined,
  decision: Omit<PolicyVersion, '_id' | 'version'>,
): PolicyVersion {
  const version = (before?.version ?? 0) + 1;
  return { ...decision, version, _id: `${decision.communityId}:${version}` };
}

/** Writes a version down for good; two decisions at once conflict, and the second is made again on the first. */
export async function recordPolicyVersion(transaction: Transaction, version: PolicyVersion): Promise<void> {
  await transaction.insert(policyVersions, version);
}
