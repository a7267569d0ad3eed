import type { Person } from '../../person/person';
import { posts, type Post } from '../../place/post';
import { renewPost } from '../../place/write-post';
import type { Services } from '../../platform/context';
import { done } from '../../platform/result';
import type { PostTarget } from '../document/page';
import { orThrow } from './or-throw';

/**
 * Puts somebody into a post from now on; whoever held it goes into its past, and hats and rosters follow.
 * @returns false where somebody else was put in since the row was looked at
 */
export async function fillPost(
  services: Services,
  communityId: string,
  target: PostTarget,
  person: Person,
): Promise<boolean> {
  const { database, clock } = services;
  const holder = { personId: person._id, name: person.name, phone: person.phone };
  const next: NonNullable<Post['next']> = { holder, from: clock.now() };
  const filled = await database.transaction(async (transaction) => {
    const post = await transaction.get(posts, target.postId);
    const heldBy = post?.holder?.personId ?? null;
    if (heldBy === person._id || post?.next?.holder.personId === person._id) return done(true);
    if (post && heldBy !== target.heldBy) return done(false);
    if (post) await transaction.update(posts, post._id, { set: { next } });
    else await transaction.insert(posts, vacantPost(communityId, target, next));
    return done(true);
  });
  const isFilled = orThrow(filled, 'the post was not filled');
  if (isFilled) await renewPost(services, target.postId);
  return isFilled;
}

function vacantPost(communityId: string, target: PostTarget, next: NonNullable<Post['next']>): Post {
  const { postId, hat, placeId, path, placeName, colour } = target;
  const place = { placeId, path, placeName, ...(colour && { colour }) };
  return { _id: postId, communityId, hat, ...place, since: next.from, heldBy: null, next };
}
