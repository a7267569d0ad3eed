import type { Database } from '../platform/database';
import { hashOf } from '../platform/ids';
import { done } from '../platform/result';
import type { Projected, Projection } from '../projection/projection';
import type { Source } from '../projection/source-change';
import { communities } from './community';
import { posts } from './post';
import { projectBelow, projectGrid, projectPosts } from './project-place';
import { rosterWithPost } from './roster';

/**
 * Places carry what stands above them, posts the place that they are at, and a community's roster its grids and who
 * holds their posts and the secretary's, so that one read answers a card (S1-08).
 */
export const placeProjections: readonly Projection[] = [
  { name: 'place.below', from: ['place'], project: (database, { id }, cursor) => projectBelow(database, id, cursor) },
  { name: 'post.place', from: ['place'], project: (database, { id }, cursor) => projectPosts(database, id, cursor) },
  { name: 'community.grids', from: ['place'], project: (database, { id }) => projectGrid(database, id) },
  { name: 'community.roster', from: ['post'], project: (database, { id }) => projectRoster(database, id) },
];

async function projectRoster(database: Database, postId: string): Promise<Projected> {
  const result = await database.transaction(async (transaction) => {
    const post = await transaction.get(posts, postId);
    const community = post && (await transaction.get(communities, post.communityId));
    if (!post || !community) return done<readonly Source[]>([]);
    const { grids, secretary } = rosterWithPost(community, post);
    if (hashOf([grids, secretary]) === hashOf([community.grids, community.secretary]))
      return done<readonly Source[]>([]);
    await transaction.update(communities, community._id, {
      set: { grids, ...(secretary && { secretary }) },
      ...(!secretary && { unset: ['secretary' as const] }),
    });
    return done<readonly Source[]>([{ kind: 'community', id: community._id }]);
  });
  if (!result.ok) throw new Error(`the roster was not written: ${result.code}`);
  return { written: result.data.length, changed: result.data };
}
