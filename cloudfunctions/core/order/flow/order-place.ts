import { cards, type Card } from '../../card/card';
import type { SignedIn } from '../../access/caller';
import type { Login } from '../../access/login';
import { communities, type Community } from '../../place/community';
import { places, type Place, type PlaceRef } from '../../place/place';
import { isServed, placeRef } from '../../place/view';
import { recipientsBy } from '../../message/recipients';
import type { Context } from '../../platform/context';
import { nothingFound, type LookUp, type Wanted } from '../../platform/look-up';
import { done, refuse, type Result } from '../../platform/result';
import type { Requester } from '../document/order';
import { requesterKindOf } from '../document/requester-kind';
import { heldValues } from './request-lookup';

/** What tells where help is needed: a card in hand, a place that was chosen, or else where the caller lives. */
export interface PlaceChoice {
  readonly token?: string;
  readonly placeId?: string;
}

/** Where a new order goes to, under whose policy, and which of the slots that were asked about other orders hold. */
export interface OrderPlace {
  readonly community: Community;
  readonly place: PlaceRef;
  readonly taken: ReadonlySet<string>;
}

const community: LookUp<Community> = {
  name: 'community',
  of: communities,
  by: { field: '_id', values: ['communityId'] },
  isOne: true,
};
const chosen: LookUp<Place> = { name: 'place', of: places, isOne: true };
const ofCard: LookUp<Card> = { name: 'card', of: cards, isOne: true };

/**
 * What a new order needs, in one request with the caller: the place that was named, the community's roster and policy,
 * and which of some slots are held (`limits/slots.ts`).
 */
export function orderPlaceLookUps({ token, placeId }: PlaceChoice, slots: readonly Wanted[]): readonly LookUp[] {
  const one = (id: string) => ({ where: { _id: id }, limit: 1 });
  return [
    ...(isGiven(token) ? [{ ...ofCard, query: one(token) }] : []),
    ...(placeId === undefined ? [] : [{ ...chosen, query: one(placeId) }]),
    community,
    heldValues(slots),
  ];
}

/** Whoever sends somebody to the place of a new order, found beside `orderPlaceLookUps`. */
export function orderPlaceRecipients({ token, placeId }: PlaceChoice): LookUp {
  const ofPlace = placeId === undefined ? [] : ['place.grid.gridId', 'place._id'];
  const grids = isGiven(token) ? ['card.place.gridId'] : [...ofPlace, 'home.gridId'];
  const take = ['worker.personId'];
  return recipientsBy(grids.map((equals) => ({ list: 'community.grids', key: 'gridId', equals, take })));
}

function isGiven(token: string | undefined): token is string {
  return token !== undefined && token !== '';
}

/** The place of a new order, which must lie in the caller's community, out of `orderPlaceLookUps`. */
export function orderPlace(
  { found = nothingFound }: Pick<Context, 'found'>,
  { login }: SignedIn,
  choice: PlaceChoice,
): Result<OrderPlace> {
  const source = placeSource(login, choice);
  const [own] = found.documents(community) ?? [];
  const taken = found.texts(heldValues([])) ?? new Set<string>();
  const located = (place: PlaceRef | undefined, field: string): Result<OrderPlace> =>
    place && own ? done({ community: own, place, taken }) : refuse('NOT_FOUND', field);
  if (source.by === 'token') return located(cardPlace(login, found.documents(ofCard)?.[0]), 'token');
  if (source.by === 'place') return located(chosenPlace(login, found.documents(chosen)?.[0]), 'placeId');
  return source.place ? located(source.place, 'placeId') : refuse('INVALID_INPUT', 'placeId');
}

/** No read for who is at home; one for a card or a chosen place. */
export async function findOrderPlace(
  { database }: Context,
  { login }: SignedIn,
  choice: PlaceChoice,
): Promise<Result<PlaceRef>> {
  const source = placeSource(login, choice);
  if (source.by === 'home') return source.place ? done(source.place) : refuse('INVALID_INPUT', 'placeId');
  const byToken = source.by === 'token';
  const place = byToken
    ? cardPlace(login, await database.get(cards, source.token))
    : chosenPlace(login, await database.get(places, source.placeId));
  return place ? done(place) : refuse('NOT_FOUND', byToken ? 'token' : 'placeId');
}

type PlaceSource =
  | { readonly by: 'token'; readonly token: string }
  | { readonly by: 'place'; readonly placeId: string }
  | { readonly by: 'home'; readonly place: PlaceRef | undefined };

function placeSource({ home }: Login, { token, placeId }: PlaceChoice): PlaceSource {
  if (isGiven(token)) return { by: 'token', token };
  return placeId === undefined || placeId === home?.placeId ? { by: 'home', place: home } : { by: 'place', placeId };
}

function cardPlace({ communityId }: Login, card: Card | undefined): PlaceRef | undefined {
  return card?.communityId === communityId && card.state === 'open' ? card.place : undefined;
}

function chosenPlace({ communityId }: Login, place: Place | undefined): PlaceRef | undefined {
  return place?.communityId === communityId && isServed(place) ? placeRef(place) : undefined;
}

/** A login as the one who asks. */
export function requesterOf(login: Login): Requester {
  const { personId, name, phone, phoneExtension, _id, kinds, home, phoneVerified } = login;
  const kind = requesterKindOf({ alone: home?.alone === true, kinds });
  return {
    personId,
    name,
    phone,
    ...(phoneExtension !== undefined && { phoneExtension }),
    openid: _id,
    kind,
    verified: phoneVerified,
  };
}
