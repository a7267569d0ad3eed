import { scopeOf } from '../access/permissions';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';

/** Who reads a line, and when: what they see of it and may do with it follows from that. */
export interface Reader {
  readonly personId: string;
  readonly isBookkeeper: boolean;
  readonly now: Date;
}

export function readerOf({ clock }: Pick<Context, 'clock'>, { login, hat }: SignedIn): Reader {
  return {
    personId: login.personId,
    isBookkeeper: scopeOf(hat.hat, 'passbook.signReversal') === 'community',
    now: clock.now(),
  };
}
