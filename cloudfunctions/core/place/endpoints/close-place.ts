import { signedInEndpoint } from '../../access/endpoint';
import { people } from '../../person/person';
import type { Database } from '../../platform/database';
import { done } from '../../platform/result';
import { id, object, requestId, version } from '../../platform/validation';
import { placeDetail } from '../detail';
import { shelfOf } from '../place';
import { posts } from '../post';
import { decideClose, type PlaceUse } from '../rules/changes';
import { changePlace, changingOf } from './write-place';

/** A place has so many posts at most. */
const maxPosts = 50;

/**
 * Closes a place in which nothing lies, nobody lives and nobody holds a post. Its cards say whom to call as before.
 * A grid costs one write less.
 * Somebody's first write beside orders takes one write more.
 * Cost: 5 reads, 4 writes.
 */
export const closePlace = signedInEndpoint({
  name: 'place.close',
  input: object({ placeId: id, version, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { placeId, version: known }) {
    const use = await useOf(context.database, placeId);
    const shelf = shelfOf(caller.login.communityId, 'closed');
    const closed = await changePlace(context, caller, {
      placeId,
      action: 'place.close',
      decide: (place) => Promise.resolve(decideClose(place, use, shelf, changingOf(context, caller, known))),
    });
    return closed.ok ? done(placeDetail(closed.data)) : closed;
  },
});

async function useOf(database: Database, placeId: string): Promise<PlaceUse> {
  const [living, held] = await Promise.all([
    database.find(people, { where: { 'home.placeId': placeId }, sort: { _id: 'asc' }, limit: 1 }),
    database.find(posts, { where: { placeId }, sort: { _id: 'asc' }, limit: maxPosts }),
  ]);
  return { isLivedIn: living.length > 0, hasHolder: held.some(({ holder, next }) => holder ?? next) };
}
