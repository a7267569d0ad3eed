import { posts } from '../../place/post';
import type { PlaceRef } from '../../place/place';
import type { Context } from '../../platform/context';
import type { CourtyardHead } from '../document/order';

/** More posts than any courtyard has. */
const postsAtOnce = 20;

/**
 * Who holds the post of the head of a place's courtyard; undefined where nobody does, and above courtyards. One read.
 */
export async function readHead(
  { database }: Pick<Context, 'database'>,
  { courtyardId }: PlaceRef,
): Promise<CourtyardHead | undefined> {
  if (courtyardId === undefined) return undefined;
  const found = await database.find(posts, {
    where: { placeId: courtyardId },
    sort: { _id: 'asc' },
    limit: postsAtOnce,
  });
  const holder = found.find(({ hat, holder: held }) => hat === 'courtyardHead' && held)?.holder;
  return holder && { personId: holder.personId, name: holder.name };
}
