import { scopeOf } from '../access/permissions';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';

/** Who reads a line, and when: what they see of it and may do with it follows from that. */
export interface Reader {
  readonly personId: string;
  readonly isKeeper: boolean;
  readonly now: Date;
}

export function readerOf({ clock }: Pick<Context, 'clock'>, { login, hat }: SignedIn): Reader {
  return { personId: login.personId, isKeeper: scopeOf(hat.hat, 'passbook.sign') === 'community', now: clock.now() };
}
