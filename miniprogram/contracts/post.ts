import type { Hat, PostHat } from './hat';
import type { NameApart } from './name-apart';

/**
 * The levels of a community's posts, from the top (S1-09). Which of them a community has is data of its own: five of
 * them in one, three in another (S2-07).
 */
export const postLevels = [
  'branch',
  'partyGroup',
  'gridWorker',
  'laneChief',
  'courtyardHead',
  'centreHousehold',
] as const;
export type PostLevel = (typeof postLevels)[number];

/**
 * A level of the caller's community. `name`: who stands on it above the place that was asked for, null while nobody
 * does; absent for a level that the place does not reach, and for households, of which there are many.
 */
export interface LevelView {
  readonly level: PostLevel;
  readonly name?: string | null;
}

/** What is said of whoever holds a post, and keeps nobody from holding it (S1-10, S1-11). */
export const postNotes = ['livesElsewhere', 'leadsNoGrid', 'unreachable', 'notMember'] as const;
export type PostNote = (typeof postNotes)[number];

/** The hats that somebody is given at a place; a team names its captain, an employer's hat stands at the employer. */
export type AssignedHat = Exclude<PostHat, 'teamCaptain' | 'employer'>;

/** Whoever holds a post now. */
export interface PostHolderView extends NameApart {
  readonly personId: string;
  readonly name: string;
}

export interface PostView {
  readonly postId: string;
  readonly hat: PostHat;
  readonly placeId: string;
  readonly placeName: string;
  readonly teamName?: string;
  /** Absent while it is vacant: the duty phone answers then. */
  readonly holder?: PostHolderView;
  /** ISO times. */
  readonly since: string;
  readonly until?: string;
  readonly next?: { readonly name: string; readonly from: string };
  /** Who held it before, the latest first. */
  readonly past: readonly { readonly name: string; readonly since: string; readonly until: string }[];
}

/** Somebody whom a post may be given to. The number is masked. */
export interface PersonView {
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
  readonly placeLabel?: string;
  readonly member: boolean;
  /** Without a login nothing can be sent to them. */
  readonly reachable: boolean;
}

/** An order in somebody's hands, by its number. */
export interface HeldOrder {
  readonly orderId: string;
  readonly number: string;
}

/** What becomes of what somebody has in hand, should they leave now. */
export interface LeavePreview {
  readonly person: PersonView;
  /** Posts that are vacant then, and those that they were to take. */
  readonly posts: readonly { readonly hat: PostHat; readonly placeName: string; readonly teamName?: string }[];
  /** Offers that lapse. */
  readonly lapsing: readonly HeldOrder[];
  /** Accepted orders that are sent anew. */
  readonly returning: readonly HeldOrder[];
  /** Completed orders that stay theirs, and pay once they are confirmed. */
  readonly paying: readonly HeldOrder[];
  /** More orders than these are in their hands. */
  readonly hasMore: boolean;
}

export interface PostApi {
  /**
   * The posts at a place, or of the community as a whole; `hats`: those that are given there in this community;
   * `levels`: the community's, with who stands on them above the place.
   */
  'post.list': {
    input: { placeId?: string };
    output: { placeName: string; posts: readonly PostView[]; hats: readonly Hat[]; levels: readonly LevelView[] };
  };
  /**
   * Gives a post to somebody, or where nobody is named to nobody, from a day on; at once where that is past or left
   * out. The group leader of a grid leads it too where `leadsGrid`. `postId` names one of several of a kind.
   */
  'post.assign': {
    input: {
      placeId?: string;
      hat: AssignedHat;
      postId?: string;
      personId?: string;
      from?: string;
      leadsGrid?: boolean;
      requestId: string;
    };
    output: { post: PostView; notes: readonly PostNote[] };
  };
  /** People of the community by the beginning of their name, or by their number. */
  'person.find': { input: { words: string }; output: { people: readonly PersonView[]; hasMore: boolean } };
  /** Where somebody lives who was known without a home: a courtyard, or a household in it. */
  'person.settle': { input: { personId: string; placeId: string; requestId: string }; output: PersonView };
  /** What becomes of what somebody has in hand, before it is said that they leave. */
  'person.previewLeave': { input: { personId: string }; output: LeavePreview };
  /**
   * Somebody moves away: open offers lapse, what they accepted is sent anew, their posts are vacant, and they hear no
   * more; what they did stays, and pays.
   */
  'person.leave': { input: { personId: string; requestId: string }; output: PersonView };
}
