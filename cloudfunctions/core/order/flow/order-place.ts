import { cards, type Card } from '../../card/card';
import type { SignedIn } from '../../access/caller';
import type { Login } from '../../access/login';
import { communities, type Community } from '../../place/community';
import { places, type Place, type PlaceRef } from '../../place/place';
import { isServed, placeRef } from '../../place/view';
import type { Context } from '../../platform/context';
import { done, refuse, type Result } from '../../platform/result';
import { orders, type Requester } from '../document/order';
import { requesterKindOf } from '../document/requester-kind';

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

/**
 * The place of a new order, which must lie in the caller's community, with the community's roster and policy. One read,
 * which also looks at `slots` (`limits/slots.ts`).
 */
export async function readOrderPlace(
  { database }: Context,
  { login }: SignedIn,
  choice: PlaceChoice,
  slots: readonly string[],
): Promise<Result<OrderPlace>> {
  const source = placeSource(login, choice);
  const held = { in: orders, field: 'requests', values: slots };
  const named = { in: communities, by: 'communityId' } as const;
  if (source.by === 'home') {
    if (!source.place) return refuse('INVALID_INPUT', 'placeId');
    const found = await database.getWith(communities, login.communityId, null, held);
    return located(source.place, found && { other: found.document, held: found.held }, 'placeId');
  }
  if (source.by === 'token') {
    const found = await database.getWith(cards, source.token, named, held);
    return located(cardPlace(login, found?.document), found, 'token');
  }
  const found = await database.getWith(places, source.placeId, named, held);
  return located(chosenPlace(login, found?.document), found, 'placeId');
}

function located(
  place: PlaceRef | undefined,
  found: { readonly other: Community | undefined; readonly held: ReadonlySet<string> } | undefined,
  field: string,
): Result<OrderPlace> {
  const community = found?.other;
  return place && community ? done({ community, place, taken: found.held }) : refuse('NOT_FOUND', field);
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
  if (token !== undefined && token !== '') return { by: 'token', token };
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
