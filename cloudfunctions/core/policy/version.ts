import type { Hat } from '../../../miniprogram/contracts/hat';
import { collection } from '../platform/database';
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
