import { scopeOfHat } from '../access/permissions';
import type { SignedIn } from '../access/caller';
import { policyOfBranch, type DecidedPolicy } from '../policy/branch-points';
import type { Context } from '../platform/context';
import { defaultPassbookPolicy, type PassbookPolicy } from './policy';

/** Who reads a line, and when: what they see of it and may do with it follows from that. */
export interface Reader {
  readonly personId: string;
  readonly isBookkeeper: boolean;
  readonly now: Date;
  /** What their community decided about its books. */
  readonly policy: PassbookPolicy;
}

/** @param kept whose books they are, and which branch keeps them; needed where the reader may contest a line of them */
export function readerOf(
  { clock }: Pick<Context, 'clock'>,
  { login, hat }: SignedIn,
  kept?: { readonly community: DecidedPolicy | undefined; readonly branchId: string | undefined },
): Reader {
  return {
    personId: login.personId,
    isBookkeeper: scopeOfHat(hat, 'passbook.signReversal') === 'branch',
    now: clock.now(),
    policy: kept?.community ? policyAt(kept.community, kept.branchId) : defaultPassbookPolicy,
  };
}

/** Of somebody without a book it is the community's. */
function policyAt(community: DecidedPolicy, branchId: string | undefined): PassbookPolicy {
  const policy = branchId === undefined ? community.policy : policyOfBranch(community, branchId);
  return policy.passbook ?? defaultPassbookPolicy;
}
