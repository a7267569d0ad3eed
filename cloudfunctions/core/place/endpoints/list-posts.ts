import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { id, object, optional } from '../../platform/validation';
import { communities } from '../community';
import { places, type Place } from '../place';
import { posts } from '../post';
import { postView } from '../post-view';
import { hatsGivenAt, lineAt } from '../rules/levels';

/** A community has fewer posts of its own, a place and what it lies in a handful each. */
const maxPosts = 99;

/**
 * The posts at a place, or those of the community as a whole, which are given there, and who stands above it, level by
 * level.
 * Those of the community cost one read less.
 * Cost: 4 reads.
 */
export const listPosts = signedInEndpoint({
  name: 'post.list',
  input: object({ placeId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login: { communityId, communityName } }, { placeId }) {
    const [place, community] = await Promise.all([
      placeId === undefined ? undefined : database.get(places, placeId),
      database.get(communities, communityId),
    ]);
    if (!community) return refuse('NOT_FOUND');
    if (placeId !== undefined && place?.communityId !== communityId) return refuse('NOT_FOUND', 'placeId');
    const found = await database.find(posts, {
      where: { placeId: { oneOf: place ? seatsAbove(place) : [communityId] } },
      sort: { _id: 'asc' },
      limit: maxPosts,
    });
    return done({
      placeName: place?.label ?? communityName,
      posts: found.filter((post) => post.placeId === (placeId ?? communityId)).map(postView),
      hats: place?.closedAt ? [] : hatsGivenAt(place?.kind ?? 'community', community),
      levels: lineAt(community, found, place?.kind),
    });
  },
});

/** A place and all that it lies in, without the community, whose posts are many. */
function seatsAbove({ path }: Place): readonly string[] {
  return path.split('/').slice(1);
}
