import { reaches } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { places } from '../../place/place';
import { isServed, placeRef } from '../../place/view';
import { refuse } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { insertCard } from '../insert-card';

/**
 * Issues a card for a place that the hat in use reaches (S4-08).
 * From somebody's second write beside orders on, one write less.
 * Cost: 2 reads, 2 writes.
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
    return insertCard(context, actor, { place: placeRef(place), size });
  },
});
