import { reaches } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { places } from '../../place/place';
import { isServed, placeRef } from '../../place/view';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { cards } from '../card';
import { newCard } from '../new-card';
import { issuedView } from '../view';

/**
 * Issues a card for a place that the hat in use reaches (S4-08).
 * From somebody's second write beside orders on, one write less.
 * Cost: 2 reads, 3 writes.
 */
export const issueCard = signedInEndpoint({
  name: 'card.issue',
  input: object({ placeId: id, size: v.picklist(['normal', 'large']), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  prefetch: ({ placeId }) => ({ from: places, id: placeId }),
  async run(context, actor, { placeId, size }) {
    const place = await context.database.get(places, placeId);
    if (place?.communityId !== actor.login.communityId || !isServed(place)) return refuse('NOT_FOUND', 'placeId');
    if (!reaches(actor, place)) return refuse('FORBIDDEN', 'placeId');
    const card = newCard(context, actor, { place: placeRef(place), size });
    if (await context.database.insert(cards, card)) return done(issuedView(card));
    const before = await context.database.get(cards, card._id);
    return before && before.request.inputHash === context.request.inputHash
      ? done(issuedView(before))
      : refuse('REQUEST_REUSED', 'requestId');
  },
});
