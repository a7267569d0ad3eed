import type { PostHat } from '../../../miniprogram/contracts/hat';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import type { Holder } from './community';
import type { PlaceAct } from './place';

/**
 * A position at a place, which outlives whoever holds it: cards point to it, so that a change of person reprints
 * nothing (S1-08). A post has one holder or none.
 */
export interface Post {
  readonly _id: string;
  readonly communityId: string;
  readonly hat: PostHat;
  /** The community's id for a post that concerns all of it. */
  readonly placeId: string;
  readonly path: string;
  readonly placeName: string;
  readonly colour?: 'red' | 'yellow' | 'blue' | 'green' | 'purple';
  readonly team?: { readonly teamId: string; readonly name: string };
  /** Of an employer's hat: it stands at the employer, `placeId` and `placeName` are its own. */
  readonly employer?: { readonly employerId: string; readonly name: string };
  /** Of a branch beside the community's first: it stands at the branch, `placeId` and `path` are the branch's id. */
  readonly branchId?: string;
  /** The post's own number, which stays when its holder changes; absent where whoever holds it uses their own. */
  readonly phone?: string;
  /** Whoever holds it now: the job of the day puts them in and takes them out. */
  readonly holder?: Holder;
  readonly since: Date;
  /** The moment at which the holder's time ends; absent where no end is set. */
  readonly until?: Date;
  /** Who holds it next, and from when on. */
  readonly next?: { readonly holder: Holder; readonly from: Date };
  /** Who held it before, the latest last; bounded. */
  readonly past?: readonly PastHolder[];
  /** Whose login wears its hat; null for nobody. Another holder than this one is yet to be copied. */
  readonly heldBy?: string | null;
  /** Who changed it by a call of their own, the latest last; bounded (`access/act.ts`). */
  readonly acts?: readonly PlaceAct[];
  /** Of the calls that changed it, the latest last; bounded. */
  readonly requests?: readonly RequestRecord[];
}

/** Somebody who held a post once. */
export interface PastHolder {
  readonly personId: string;
  readonly name: string;
  readonly since: Date;
  readonly until: Date;
}

export const posts = collection<Post>('posts');
