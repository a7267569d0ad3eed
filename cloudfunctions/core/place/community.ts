import type { GridColour } from '../../../miniprogram/contracts/hat';
import { collection } from '../platform/database';
import type { OwnPoints } from '../policy/branch-points';
import type { Policy } from '../policy/policy';

/** Somebody who can be called, as community documents carry them. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

/** A holder of a post, as the roster carries them. */
export interface Holder extends Contact {
  readonly personId: string;
  /** Their picture for cards, checked and with their consent. */
  readonly photoFileId?: string;
}

/** One grid of the roster. A vacant post has no holder; the card then calls the duty phone. */
export interface GridAssignment {
  readonly gridId: string;
  readonly name: string;
  readonly path: string;
  readonly colour?: GridColour;
  readonly worker?: Holder;
  /** The grid worker's post's own number, which stays when its holder changes; absent where it has none. */
  readonly workerPhone?: string;
  readonly leader?: Holder;
}

/** When the office answers, on Shanghai's clock. `days`: 1 Monday … 7 Sunday; minutes since midnight, `to` excluded. */
export interface DutyHours {
  readonly days: readonly number[];
  readonly fromMinute: number;
  readonly toMinute: number;
  /** As the card prints it. */
  readonly text: string;
}

/** A community or village with its roster. At most 20 grids, so that one read answers a card. */
export interface Community {
  readonly _id: string;
  readonly name: string;
  readonly street: string;
  readonly branchName: string;
  readonly office: { readonly phone: string; readonly address: string; readonly hours: DutyHours };
  /** Who answers outside office hours. */
  readonly duty: Contact;
  /** Plain words: what the community can do. At most 8. */
  readonly services: readonly string[];
  readonly grids: readonly GridAssignment[];
  readonly secretary?: Holder;
  readonly policy: Policy;
  /** What branches decided on points for themselves; absent: the policy holds for all. */
  readonly branchPoints?: readonly OwnPoints[];
}

export const communities = collection<Community>('communities');
