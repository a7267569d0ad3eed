import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { id, object, optional } from '../../platform/validation';
import { places } from '../place';
import { posts } from '../post';
import { postView } from '../post-view';
import { hatsAt } from '../rules/assign';

/** A community has fewer posts of its own, a place a handful. */
const maxPosts = 99;

/**
 * The posts at a place, or those of the community as a whole, and which may be given there.
 * Those of the community cost one read less.
 * Cost: 3 reads.
 */
export const listPosts = signedInEndpoint({
  name: 'post.list',
  input: object({ placeId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login }, { placeId }) {
    const [place, found] = await Promise.all([
      placeId === undefined ? undefined : database.get(places, placeId),
      database.find(posts, {
        where: { placeId: placeId ?? login.communityId },
        sort: { _id: 'asc' },
        limit: maxPosts,
      }),
    ]);
    if (placeId !== undefined && place?.communityId !== login.communityId) return refuse('NOT_FOUND', 'placeId');
    return done({
      placeName: place?.label ?? login.communityName,
      posts: found.map(postView),
      hats: place?.closedAt ? [] : hatsAt(place?.kind ?? 'community'),
    });
  },
});
