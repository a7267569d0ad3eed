import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { id, object } from '../../platform/validation';
import { placeDetail } from '../detail';
import { places } from '../place';

/**
 * One place as whoever keeps the community's places sees it, with what it was before.
 * Cost: 2 reads.
 */
export const getPlace = signedInEndpoint({
  name: 'place.get',
  input: object({ placeId: id }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: ({ placeId }) => ({ from: places, id: placeId }),
  async run({ database }, { login }, { placeId }) {
    const place = await database.get(places, placeId);
    return place?.communityId === login.communityId ? done(placeDetail(place)) : refuse('NOT_FOUND', 'placeId');
  },
});
