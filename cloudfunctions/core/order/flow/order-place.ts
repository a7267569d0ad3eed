import { cards, type Card } from '../../card/card';
import type { SignedIn } from '../../access/caller';
import type { Login } from '../../access/login';
import { communities, type Community } from '../../place/community';
import { places, type Place, type PlaceOf } from '../../place/place';
import { placeOf } from '../../place/view';
import type { Context } from '../../platform/context';
import { done, refuse, type Result } from '../../platform/result';
import type { Requester } from '../document/order';

/** What tells where help is needed: a card in hand, a place that was chosen, or else where the caller lives. */
export interface Whereabouts {
  readonly token?: string;
  readonly placeId?: string;
}

/**
 * The place of a new order, which must lie in the caller's community, with the community's roster and policy. One read.
 */
export async function whereFor(
  context: Context,
  caller: SignedIn,
  asked: Whereabouts,
): Promise<Result<{ community: Community; place: PlaceOf }>> {
  const { database } = context;
  const { login } = caller;
  const where = whereabouts(login, asked);
  if (where.by === 'home')
    return where.place
      ? located(where.place, await database.get(communities, login.communityId), 'placeId')
      : refuse('INVALID_INPUT', 'placeId');
  if (where.by === 'token') {
    const found = await database.getWith(cards, where.token, { in: communities, by: 'communityId' });
    return located(placeOfCard(login, found?.document), found?.other, 'token');
  }
  const found = await database.getWith(places, where.placeId, { in: communities, by: 'communityId' });
  return located(placeChosen(login, found?.document), found?.other, 'placeId');
}

function located(
  place: PlaceOf | undefined,
  community: Community | undefined,
  field: string,
): Result<{ community: Community; place: PlaceOf }> {
  return place && community ? done({ community, place }) : refuse('NOT_FOUND', field);
}

/** No read for who is at home; one for a card or a chosen place. */
export async function placeFor(
  { database }: Context,
  { login }: SignedIn,
  asked: Whereabouts,
): Promise<Result<PlaceOf>> {
  const where = whereabouts(login, asked);
  if (where.by === 'home') return where.place ? done(where.place) : refuse('INVALID_INPUT', 'placeId');
  const byToken = where.by === 'token';
  const place = byToken
    ? placeOfCard(login, await database.get(cards, where.token))
    : placeChosen(login, await database.get(places, where.placeId));
  return place ? done(place) : refuse('NOT_FOUND', byToken ? 'token' : 'placeId');
}

type By =
  | { readonly by: 'token'; readonly token: string }
  | { readonly by: 'place'; readonly placeId: string }
  | { readonly by: 'home'; readonly place: PlaceOf | undefined };

function whereabouts({ home }: Login, { token, placeId }: Whereabouts): By {
  if (token !== undefined && token !== '') return { by: 'token', token };
  return placeId === undefined || placeId === home?.placeId ? { by: 'home', place: home } : { by: 'place', placeId };
}

function placeOfCard({ communityId }: Login, card: Card | undefined): PlaceOf | undefined {
  return card?.communityId === communityId && card.state === 'open' ? card.place : undefined;
}

function placeChosen({ communityId }: Login, place: Place | undefined): PlaceOf | undefined {
  return place?.communityId === communityId ? placeOf(place) : undefined;
}

/** A login as the one who asks. */
export function requesterOf({ personId, name, phone, _id, kinds, home, phoneVerified }: Login): Requester {
  const is = home?.alone ? 'alone' : kinds.includes('tenant') ? 'tenant' : 'resident';
  return { personId, name, phone, openid: _id, is, verified: phoneVerified };
}
