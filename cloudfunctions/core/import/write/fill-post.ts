import type { Person } from '../../person/person';
import { posts, type Post } from '../../place/post';
import { renewPost } from '../../place/write-post';
import type { Services } from '../../platform/context';
import { done } from '../../platform/result';
import { recordFoundChange } from '../../projection/source-change';
import type { PostTarget } from '../document/row-target';
import { orThrow } from './or-throw';

/** Who is put into which post of which community. */
export interface Filling {
  readonly communityId: string;
  readonly target: PostTarget;
  readonly person: Person;
  /** Somebody new has no login whose hats would have to follow. */
  readonly isNewPerson: boolean;
}

/**
 * Puts somebody into a post from now on; whoever held it goes into its past, and hats and rosters follow.
 * @returns false where somebody else was put in since the row was looked at
 */
export async function fillPost(services: Services, filling: Filling): Promise<boolean> {
  const { target } = filling;
  if (!target.isNew) return succeed(services, filling);
  const { database, clock, ids } = services;
  const isMade = await database.insert(posts, newPost(filling, clock.now()));
  const held = isMade ? undefined : await database.get(posts, target.postId);
  if (held && held.holder?.personId !== filling.person._id) return succeed(services, filling);
  const occasion = { at: clock.now(), revision: ids.token(16) };
  await recordFoundChange(database, { kind: 'post', id: target.postId }, occasion);
  if (!filling.isNewPerson) await recordFoundChange(database, { kind: 'person', id: filling.person._id }, occasion);
  return true;
}

function newPost({ communityId, target, person }: Filling, since: Date): Post {
  const { postId, hat, placeId, path, placeName, colour } = target;
  const place = { placeId, path, placeName, ...(colour && { colour }) };
  return { _id: postId, communityId, hat, ...place, holder: holderOf(person), since, heldBy: person._id };
}

function holderOf({ _id: personId, name, phone }: Person): NonNullable<Post['holder']> {
  return { personId, name, phone };
}

async function succeed(services: Services, { target, person }: Filling): Promise<boolean> {
  const { database, clock } = services;
  const next: NonNullable<Post['next']> = { holder: holderOf(person), from: clock.now() };
  const filled = await database.transaction(async (transaction) => {
    const post = await transaction.get(posts, target.postId);
    if (!post) return done(false);
    const heldBy = post.holder?.personId ?? null;
    if (heldBy === person._id || post.next?.holder.personId === person._id) return done(true);
    if (heldBy !== target.heldBy) return done(false);
    await transaction.update(posts, post._id, { set: { next } });
    return done(true);
  });
  const isFilled = orThrow(filled, 'the post was not filled');
  if (isFilled) await renewPost(services, target.postId);
  return isFilled;
}
