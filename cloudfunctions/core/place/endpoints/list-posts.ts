import type { PostView } from '../../../../miniprogram/contracts/post';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { marksOf, tellApart, type ApartBy } from '../../person/rules/namesakes';
import type { Database } from '../../platform/database';
import { done, refuse } from '../../platform/result';
import { id, object, optional } from '../../platform/validation';
import { communities, type Community } from '../community';
import { places, type Place } from '../place';
import { posts, type Post } from '../post';
import { postView } from '../post-view';
import { hatsGivenAt, lineAt } from '../rules/levels';

/** A community has fewer posts of its own, a place and what it lies in a handful each. */
const maxPosts = 99;

/**
 * The posts at a place, or those of the community as a whole, which are given there, and who stands above it, level by
 * level.
 * Cost: 3 reads.
 */
export const listPosts = signedInEndpoint({
  name: 'post.list',
  input: object({ placeId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login: { communityId, communityName }, hat: { hat } }, { placeId }) {
    const [place, community] = await readSeat(database, communityId, placeId);
    if (placeId !== undefined && place?.communityId !== communityId) return refuse('NOT_FOUND', 'placeId');
    if (!community) return refuse('NOT_FOUND');
    const found = await database.find(posts, {
      where: { placeId: { oneOf: place ? seatsAbove(place) : [communityId] } },
      sort: { _id: 'asc' },
      limit: maxPosts,
    });
    const here = found.filter((post) => post.placeId === (placeId ?? communityId));
    return done({
      placeName: place?.label ?? communityName,
      posts: withHoldersApart(here, apartBy(hat)),
      hats: place?.closedAt ? [] : hatsGivenAt(place?.kind ?? 'community', community),
      levels: lineAt(community, found, place?.kind),
    });
  },
});

/** Posts with their holders, of whom two may have one name. */
function withHoldersApart(held: readonly Post[], by: ApartBy): readonly PostView[] {
  const holders = held.flatMap(({ holder }) => holder ?? []);
  const apart = tellApart(
    holders.map(({ personId, name, phone }) => ({ personId, name, ...marksOf({ phone }) })),
    by,
  );
  return held.map(postView).map(({ holder, ...post }) => ({
    ...post,
    ...(holder && { holder: { ...holder, ...apart(holder.personId) } }),
  }));
}

/** The place that was asked for, and its community; for a place in one read. */
async function readSeat(
  database: Database,
  communityId: string,
  placeId: string | undefined,
): Promise<readonly [place: Place | undefined, community: Community | undefined]> {
  if (placeId === undefined) return [undefined, await database.get(communities, communityId)];
  const found = await database.getWith(places, placeId, { in: communities, by: 'communityId' });
  return [found?.document, found?.other];
}

/** A place and all that it lies in, without the community, whose posts are many. */
function seatsAbove({ path }: Place): readonly string[] {
  return path.split('/').slice(1);
}
