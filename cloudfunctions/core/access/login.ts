import type { GridColour, Hat } from '../../../miniprogram/contracts/hat';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import type { Credits, InboxMessage } from './inbox';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import type { PlaceRef } from '../place/place';
import type { PersonKind } from '../person/person';

/**
 * A hat of a person. `path` is the place that it reaches: its own and everything under it. A resident's hat sits at
 * their courtyard, a member's at the community, a post's at the post's place.
 */
export interface HatAssignment {
  /** `gridWorker@<placeId>`, for a captain `teamCaptain@<teamId>`, for an employer `employer@<employerId>`. */
  readonly key: string;
  readonly hat: Hat;
  readonly placeId: string;
  readonly path: string;
  readonly placeName: string;
  readonly colour?: GridColour;
  /** A team's name, or the hat that the same person also wears there. */
  readonly detail?: string;
  readonly teamId?: string;
  /** The branch that a post acts for, or a member belongs to; absent for the community's first. */
  readonly branchId?: string;
  /** Of an employer's hat: whose people it reaches. */
  readonly employerId?: string;
}

/**
 * `guarded`: the hats that post, reveal or sign. `all`: every hat but the resident's, where the person has another
 * login already, so that a number that was given to somebody else carries nothing over.
 */
export type HeldBack = 'guarded' | 'all';

/**
 * The person behind a WeChat user (`_id` is the openid), with all that a call needs to know of them, so that one read
 * authorises it. `people` and `posts` stay the truth; whoever changes them rewrites the logins concerned.
 */
export interface Login {
  readonly _id: string;
  readonly communityId: string;
  readonly communityName: string;
  readonly personId: string;
  readonly name: string;
  /** Empty where somebody else proved the number that this person had typed: they are asked again. */
  readonly phone: string;
  readonly phoneExtension?: string;
  /** Somebody other than the person vouches for the number. */
  readonly phoneVerified: boolean;
  readonly kinds: readonly PersonKind[];
  readonly memberClass?: MemberClass;
  readonly home?: PlaceRef & {
    readonly alone?: boolean;
    /** Who heard them say so, or take it back, last. */
    readonly heard?: { readonly byName: string; readonly at: Date };
  };
  /** The grid that a member reported to. */
  readonly serves?: PlaceRef;
  /** The volunteers' team that they belong to. */
  readonly teamId?: string;
  /** At least one. */
  readonly hats: readonly HatAssignment[];
  /** Hats of the person that this WeChat user may not wear before somebody confirms it. */
  readonly heldBack?: HeldBack;
  /** The person that they were until a proved number showed who they are; a job sees that their orders followed. */
  readonly rebinding?: {
    readonly fromId: string;
    readonly at: Date;
    /** They were taken for that person by mistake: what they asked for themselves follows them, and nothing else. */
    readonly own?: true;
  };
  /** The key of the hat in use. */
  readonly hatInUse: string;
  readonly elder: boolean;
  /** Unread messages of the inbox. */
  readonly unread: number;
  /** Counts every change of the inbox; who rewrites it does so only where this still has the value that was read. */
  readonly inboxSequence: number;
  /** Subscription messages that the person still granted. */
  readonly credits: Credits;
  /** When the last subscription messages were sent to this phone, bounded; absent before the first. */
  readonly pushedAt?: readonly Date[];
  /** How many more wait for a digest, so that they do not all ring, and when it is sent; absent where none waits. */
  readonly held?: number;
  readonly digestAt?: Date;
  /** The person's last few writes to anything but orders, which remember their own. */
  readonly recentRequests: readonly RequestRecord[];
}

/** Logins as a call reads them: without the inbox, which lies in the same document but is only read to be shown. */
export const logins = collection<Login>('logins');

/** The newest messages, oldest first, bounded. */
export interface LoginWithInbox extends Login {
  readonly inbox: readonly InboxMessage[];
}

export const loginsWithInbox = collection<LoginWithInbox>('logins');
