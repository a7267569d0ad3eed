import { cards } from '../card/card';
import type { Caller } from '../access/caller';
import { communities, type Community } from '../place/community';
import { places, type PlaceRef } from '../place/place';
import { isServed, placeRef } from '../place/view';
import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';

export interface AlertPlace {
  readonly community: Community;
  readonly place: PlaceRef;
}

export interface AlertChoice {
  readonly token?: string;
  readonly placeId?: string;
}

/**
 * Where help is needed: at a place that the caller chose, which lies in their community, at the card in hand, wherever
 * it belongs to, or else where the caller lives. One read.
 */
export async function readAlertPlace(
  { database }: Pick<Context, 'database'>,
  { login }: Caller,
  { token, placeId }: AlertChoice,
): Promise<Result<AlertPlace>> {
  if (placeId !== undefined) {
    const found = await database.getWith(places, placeId, { in: communities, by: 'communityId' });
    const isOwn = found?.document.communityId === login?.communityId;
    if (!found?.other || !isOwn || !isServed(found.document)) return refuse('NOT_FOUND', 'placeId');
    return done({ community: found.other, place: placeRef(found.document) });
  }
  if (token !== undefined) {
    const found = await database.getWith(cards, token, { in: communities, by: 'communityId' });
    if (!found?.other || found.document.state !== 'open') return refuse('NOT_FOUND', 'token');
    return done({ community: found.other, place: found.document.place });
  }
  if (!login?.home) return refuse('INVALID_INPUT', 'token');
  const community = await database.get(communities, login.communityId);
  return community ? done({ community, place: login.home }) : refuse('NOT_FOUND', 'token');
}
