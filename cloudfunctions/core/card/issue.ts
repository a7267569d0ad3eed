import { reaches, type SignedIn } from '../person/actor';
import { signedInEndpoint } from '../person/endpoint';
import { places } from '../place/place';
import { placeOf } from '../place/view';
import type { Context } from '../platform/context';
import { derivedId, timeKey } from '../platform/ids';
import { done, refuse } from '../platform/result';
import { id, object, requestId, v } from '../platform/validation';
import { cards, type Card } from './card';
import { issuedView } from './view';

/** Issues a card for a place that the worn hat reaches (S4-08). Three reads, two writes. */
export const issueCard = signedInEndpoint({
  name: 'card.issue',
  input: object({ placeId: id, size: v.picklist(['normal', 'large']), requestId }),
  identity: 'caller',
  idempotency: 'document',
  ahead: ({ placeId }) => ({ from: places, id: placeId }),
  async run(context, actor, { placeId, size }) {
    const place = await context.database.get(places, placeId);
    if (!place || place.communityId !== actor.login.communityId) return refuse('NOT_FOUND', 'placeId');
    if (!reaches(actor, place)) return refuse('FORBIDDEN', 'placeId');
    const card = newCard(context, actor, { place: placeOf(place), size });
    if (await context.database.insert(cards, card)) return done(issuedView(card));
    const before = await context.database.get(cards, card._id);
    return before && before.request.inputHash === context.request.inputHash
      ? done(issuedView(before))
      : refuse('REQUEST_REUSED', 'requestId');
  },
});

/**
 * The token derives from who issues and from their request, so that a repeated request finds the same card; neither is
 * known to whoever holds another card, hence it cannot be guessed.
 */
export function newCard(context: Context, { login }: SignedIn, what: Pick<Card, 'place' | 'size'>): Card {
  const token = derivedId('', 'card', context.openid, context.requestId);
  const issuedAt = context.clock.now();
  return {
    _id: token,
    communityId: login.communityId,
    ...what,
    state: 'open',
    issuedAt,
    issuedBy: { personId: login.personId, name: login.name },
    issuedKey: timeKey(issuedAt, token),
    request: context.request,
  };
}
