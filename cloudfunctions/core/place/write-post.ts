import type { Services } from '../platform/context';
import type { Change } from '../platform/database';
import { done } from '../platform/result';
import { recordChange } from '../projection/source-change';
import { posts, type Post } from './post';
import { postOn } from './succession';

/**
 * Brings a post to the day, and has the roster, and the hats of whoever left and whoever came, follow it. Nothing is
 * written where all is as it should be.
 * @returns whether it was changed
 */
export async function renewPost({ database, clock, ids }: Services, postId: string): Promise<boolean> {
  const at = clock.now();
  const renewed = await database.transaction(async (transaction) => {
    const before = await transaction.get(posts, postId);
    if (!before) return done(false);
    if (!isOutdated(before, at)) return done(false);
    const onTheDay = postOn(before, at);
    const after: Post = { ...onTheDay, heldBy: holderIdOf(onTheDay) };
    await transaction.update(posts, postId, changeBetween(before, after));
    const people = [before.heldBy, holderIdOf(before), after.heldBy];
    const occasion = { at, revision: ids.token(16) };
    await recordChange(transaction, { kind: 'post', id: postId }, occasion);
    for (const id of new Set(people.flatMap((personId) => personId ?? [])))
      await recordChange(transaction, { kind: 'person', id }, occasion);
    return done(true);
  });
  if (!renewed.ok) throw new Error(`the post ${postId} was not renewed: ${renewed.code}`);
  return renewed.data;
}

/** Whether somebody's day has come, or a holder whose login does not wear the hat yet stands in the post. */
export function isOutdated(post: Post, now: Date): boolean {
  return postOn(post, now) !== post || holderIdOf(post) !== post.heldBy;
}

function holderIdOf({ holder }: Pick<Post, 'holder'>): string | null {
  return holder?.personId ?? null;
}

const optionalFields = ['holder', 'until', 'next', 'past'] as const;

/** What of a post differs. */
export function changeBetween(before: Post, { _id: _same, ...after }: Post): Change<Post> {
  return {
    set: after,
    unset: optionalFields.filter((name) => before[name] !== undefined && after[name] === undefined),
  };
}
