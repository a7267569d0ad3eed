import type { PlaceKind } from '../../../../miniprogram/contracts/place';
import { postLevels, type AssignedHat, type LevelView, type PostLevel } from '../../../../miniprogram/contracts/post';
import type { Community } from '../community';
import { defaultPlacePolicy } from '../policy';
import type { Post } from '../post';
import { hatsAt } from './assign';

/** The levels of a community, from the top. */
export function levelsOf({ policy }: Pick<Community, 'policy'>): readonly PostLevel[] {
  const { levels } = policy.place ?? defaultPlacePolicy;
  return postLevels.filter((level) => levels.includes(level));
}

export function hasLevel(community: Pick<Community, 'policy'>, level: PostLevel): boolean {
  return levelsOf(community).includes(level);
}

/** Posts that only a community of their level has; every other one is anybody's, since cards and orders rest on it. */
const ofLevel: ReadonlyMap<AssignedHat, PostLevel> = new Map([
  ['groupLeader', 'partyGroup'],
  ['laneChief', 'laneChief'],
  ['courtyardHead', 'courtyardHead'],
]);

/** Whether a community has posts of this kind by the levels that it decided on. */
export function isInUse(hat: Post['hat'], community: Pick<Community, 'policy'>): boolean {
  const level = hat === 'teamCaptain' || hat === 'employer' ? undefined : ofLevel.get(hat);
  return level === undefined || hasLevel(community, level);
}

/** The posts that are given at a place in a community. Others are not refused: a form may change while people serve. */
export function hatsGivenAt(
  kind: PlaceKind | 'community',
  community: Pick<Community, 'policy'>,
): readonly AssignedHat[] {
  return hatsAt(kind).filter((hat) => isInUse(hat, community));
}

/** Where a level stands, and by which post. */
const seatsOf: Readonly<Partial<Record<PostLevel, { readonly hat: AssignedHat; readonly at: readonly PlaceKind[] }>>> =
  {
    partyGroup: { hat: 'groupLeader', at: ['grid'] },
    gridWorker: { hat: 'gridWorker', at: ['grid'] },
    laneChief: { hat: 'laneChief', at: ['section', 'lane', 'courtyard'] },
    courtyardHead: { hat: 'courtyardHead', at: ['courtyard'] },
  };

/** How deep each kind lies, for which levels reach down to it. */
const depth: readonly PlaceKind[] = ['grid', 'section', 'lane', 'courtyard', 'household'];

/**
 * A community's levels with who stands on them above a place: each one's superior stands one line higher.
 * @param posts those at the place and at what it lies in
 * @param kind of the place; undefined for the community as a whole
 */
export function lineAt(
  community: Pick<Community, 'policy' | 'secretary'>,
  posts: readonly Post[],
  kind: PlaceKind | undefined,
): readonly LevelView[] {
  return levelsOf(community).map((level): LevelView => {
    if (level === 'branch') return { level, name: community.secretary?.name ?? null };
    const seat = seatsOf[level];
    if (!seat || kind === undefined || !reaches(seat.at, kind)) return { level };
    const held = posts.filter(({ hat, holder }) => hat === seat.hat && holder);
    const nearest = held.reduce<Post | undefined>(
      (near, post) => (near && near.path.length > post.path.length ? near : post),
      undefined,
    );
    return { level, name: nearest?.holder?.name ?? null };
  });
}

/** Whether a place lies at or under one of these kinds; shops and facilities lie deepest. */
function reaches(kinds: readonly PlaceKind[], kind: PlaceKind): boolean {
  const own = depth.includes(kind) ? depth.indexOf(kind) : depth.length;
  return kinds.some((one) => depth.indexOf(one) <= own);
}
