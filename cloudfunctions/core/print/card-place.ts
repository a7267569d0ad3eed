import { reaches, type SignedIn } from '../access/caller';
import { communities } from '../place/community';
import { places } from '../place/place';
import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';

/** The path of the place whose cards are meant, which may be the whole community, if the hat reaches it. One read. */
export async function readCardPath(
  { database }: Context,
  actor: SignedIn,
  placeId: string,
): Promise<Result<{ readonly path: string }>> {
  const { communityId } = actor.login;
  if (placeId === communityId) {
    const community = await database.get(communities, communityId);
    if (!community) return refuse('NOT_FOUND', 'placeId');
    return reaches(actor, { communityId, path: communityId })
      ? done({ path: communityId })
      : refuse('FORBIDDEN', 'placeId');
  }
  const place = await database.get(places, placeId);
  if (place?.communityId !== communityId) return refuse('NOT_FOUND', 'placeId');
  return reaches(actor, place) ? done({ path: place.path }) : refuse('FORBIDDEN', 'placeId');
}
