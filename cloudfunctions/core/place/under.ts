import type { Actor } from '../person/actor';
import { endpoint } from '../person/endpoint';
import { cards } from '../card/card';
import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';
import { id, object, optional, v } from '../platform/validation';
import { places } from './place';
import { placeView } from './view';

/**
 * The places right under one, or the grids of the caller's community. Whoever has a card in hand sees those of the card's community
 * instead, without a login, and no household. Two reads.
 */
export const placesUnder = endpoint({
  name: 'place.under',
  input: object({ placeId: optional(id), token: optional(v.pipe(v.string(), v.maxLength(20))) }),
  identity: ({ token }) => (isGiven(token) ? 'nobody' : 'caller'),
  idempotency: 'read',
  async run(context, actor, { placeId, token }) {
    const communityId = await communityOf(context, actor, token);
    if (!communityId.ok) return communityId;
    const where = { communityId: communityId.data, parentId: placeId ?? communityId.data };
    const found = await context.database.find(places, { where, order: { position: 'up' }, limit: 99 });
    return done({ places: found.filter(({ kind }) => actor.login || kind !== 'household').map(placeView) });
  },
});

const isGiven = (token: string | undefined): token is string => token !== undefined && token !== '';

async function communityOf({ database }: Context, actor: Actor, token: string | undefined): Promise<Result<string>> {
  if (!isGiven(token)) return actor.login ? done(actor.login.communityId) : refuse('NOT_SIGNED_IN');
  const card = await database.get(cards, token);
  return card ? done(card.communityId) : refuse('NOT_FOUND', 'token');
}
