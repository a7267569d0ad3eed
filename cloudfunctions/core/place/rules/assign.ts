import type { Hat, PostHat } from '../../../../miniprogram/contracts/hat';
import type { PlaceKind } from '../../../../miniprogram/contracts/place';
import type { AssignedHat, PostNote } from '../../../../miniprogram/contracts/post';
import type { Holder } from '../community';
import type { Place } from '../place';
import type { Post } from '../post';
import { postOn } from '../succession';

/** What a post may be at: a place of one of these kinds, or the community as a whole. */
type Seat = PlaceKind | 'community';

/** Where each post is. A lane chief looks after the households of a lane, or of a part of a long one. */
const seats: Readonly<Record<AssignedHat, readonly Seat[]>> = {
  secretary: ['community'],
  committee: ['community'],
  groupLeader: ['grid', 'community'],
  gridLeader: ['grid'],
  gridWorker: ['grid'],
  laneChief: ['section', 'lane', 'courtyard'],
  courtyardHead: ['courtyard'],
  inspector: ['community'],
  administrator: ['community'],
  instructor: ['community'],
  steward: ['community'],
};
const assigned = Object.keys(seats).filter((hat): hat is AssignedHat => hat in seats);

/** Of these a community has as many as it likes; every other post is held by one person at its place. */
const several: ReadonlySet<PostHat> = new Set(['committee', 'inspector', 'administrator', 'instructor', 'steward']);

/** Given by the secretary or the administrator alone: they reach further than the committee does. */
const guarded: ReadonlySet<PostHat> = new Set(['secretary', 'committee', 'inspector', 'administrator']);

/** The posts that may be given at a place, in the order of rank. */
export function hatsAt(seat: Seat): readonly AssignedHat[] {
  return assigned.filter((hat) => seats[hat].includes(seat));
}

/** Whether there may be more than one of a kind at the same place. */
export function isSeveral(hat: PostHat): boolean {
  return several.has(hat);
}

/** Whether somebody in a hat decides on who holds a post. */
export function mayAssign(by: Hat, hat: PostHat): boolean {
  return !guarded.has(hat) || by === 'secretary' || by === 'administrator';
}

/** Who is to hold a post, null for nobody, and from when on. */
export interface Assignment {
  readonly holder: Holder | null;
  readonly from: Date;
}

/**
 * A post as a decision leaves it: with its day still to come, the holder or the end of the present one's time waits in
 * it; else the holder is in, and whoever held it is remembered. The same holder once more changes nothing.
 */
export function assignedPost(post: Post, { holder, from }: Assignment, now: Date): Post {
  const present = unplanned(post);
  const isSame = holder !== null && post.holder?.personId === holder.personId;
  const day = from > now ? from : now;
  if (isSame) return present;
  const planned: Post = holder
    ? { ...present, next: { holder, from: day } }
    : { ...present, ...(post.holder && { until: day }) };
  return postOn(planned, now);
}

function unplanned({ next: _next, until: _until, ...post }: Post): Post {
  return post;
}

/** Whether a post of this kind may be at a place; a place that is gone or was closed has none. */
export function fitsSeat(hat: PostHat, place: Pick<Place, 'kind' | 'closedAt'> | undefined): boolean {
  if (hat === 'teamCaptain' || hat === 'employer') return true;
  return place !== undefined && place.closedAt === undefined && seats[hat].includes(place.kind);
}

/** Whoever leads a grid's party group leads the grid, too (S1-10); of what else they lead nothing is said. */
export function leadsNoGrid({ hat, placeId, communityId, holder }: Post, held: readonly Post[]): boolean {
  if (hat !== 'groupLeader' || placeId === communityId || !holder) return false;
  return !held.some(
    (post) => post.hat === 'gridLeader' && post.placeId === placeId && post.holder?.personId === holder.personId,
  );
}

/** What is said of a holder, and blocks nothing. */
export function notesOn(
  hat: PostHat,
  person: {
    readonly communityId: string;
    readonly home?: { readonly path: string };
    readonly kinds: readonly string[];
    readonly reachable: boolean;
  },
): readonly PostNote[] {
  const notes: PostNote[] = [];
  const livesHere = person.home?.path.split('/')[0] === person.communityId;
  if (hat === 'gridWorker' && !livesHere) notes.push('livesElsewhere');
  if (['secretary', 'committee', 'groupLeader'].includes(hat) && !person.kinds.includes('branchMember'))
    notes.push('notMember');
  if (!person.reachable) notes.push('unreachable');
  return notes;
}
