import { scopeOfHat } from '../access/permissions';
import type { SignedIn } from '../access/caller';
import type { Community } from '../place/community';
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

/** @param community whose books they are; needed where the reader may contest a line of them */
export function readerOf(
  { clock }: Pick<Context, 'clock'>,
  { login, hat }: SignedIn,
  community?: Pick<Community, 'policy'>,
): Reader {
  return {
    personId: login.personId,
    isBookkeeper: scopeOfHat(hat, 'passbook.signReversal') === 'branch',
    now: clock.now(),
    policy: community?.policy.passbook ?? defaultPassbookPolicy,
  };
}
