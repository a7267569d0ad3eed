import { cards } from '../card/card';
import type { SignedIn } from '../person/actor';
import type { Login } from '../person/login';
import { communities, type Community } from '../place/community';
import { places, type PlaceOf } from '../place/place';
import { placeOf } from '../place/view';
import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';
import type { Requester } from './order';

/** What tells where help is needed: a card in hand, a place that was chosen, or else where the caller lives. */
export interface Whereabouts {
  readonly token?: string;
  readonly placeId?: string;
}

/** The place of a new order, which must lie in the caller's community, with the community's roster and policy. */
export async function whereFor(context: Context, caller: SignedIn, asked: Whereabouts): Promise<Result<{ community: Community; place: PlaceOf }>> {
  const { communityId } = caller.login;
  const [place, community] = await Promise.all([placeFor(context, caller, asked), context.database.get(communities, communityId)]);
  if (!place.ok) return place;
  if (!community) return refuse('NOT_FOUND', 'placeId');
  return done({ community, place: place.data });
}

/** No read for who is at home; one for a card or a chosen place. */
export async function placeFor({ database }: Context, { login }: SignedIn, { token, placeId }: Whereabouts): Promise<Result<PlaceOf>> {
  if (token !== undefined && token !== '') {
    const card = await database.get(cards, token);
    return card && card.communityId === login.communityId && card.state === 'open' ? done(card.place) : refuse('NOT_FOUND', 'token');
  }
  if (placeId !== undefined && placeId !== login.home?.placeId) {
    const place = await database.get(places, placeId);
    return place && place.communityId === login.communityId ? done(placeOf(place)) : refuse('NOT_FOUND', 'placeId');
  }
  return login.home ? done(login.home) : refuse('INVALID_INPUT', 'placeId');
}

/** A login as the one who asks. */
export function requesterOf({ personId, name, phone, _id, kinds, home, phoneVerified }: Login): Requester {
  const is = home?.alone ? 'alone' : kinds.includes('tenant') ? 'tenant' : 'resident';
  return { personId, name, phone, openid: _id, is, verified: phoneVerified };
}
