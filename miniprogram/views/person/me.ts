import type { SessionView } from '../../contracts/person';
import { aboutMe, nameOf, revealsLine, unreadLine } from '../../text/person/me';

/** Who the reader is, and what waits for them. */
export interface Me {
  readonly name: string;
  readonly line: string;
  readonly isKnown: boolean;
  readonly unread: string;
  /** How often their number was revealed; '' before it was asked for. */
  readonly reveals: string;
}

export function me(session: SessionView): Me {
  return {
    name: nameOf(session),
    line: aboutMe(session),
    isKnown: session.personId !== undefined,
    unread: unreadLine(session.unread),
    reveals: session.revealCount === undefined ? '' : revealsLine(session.revealCount),
  };
}
