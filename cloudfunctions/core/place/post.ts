import type { PostHat } from '../../../miniprogram/contracts/hat';
import { collection } from '../platform/database';
import type { Holder } from './community';

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
  readonly holder?: Holder;
  readonly since: Date;
  readonly until?: Date;
}

export const posts = collection<Post>('posts');

/** A volunteers' team; exactly one captain, who leads only this one (S2-09). */
export interface Team {
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  readonly skill: string;
  readonly captainId: string;
  readonly memberIds: readonly string[];
}

export const teams = collection<Team>('teams');
