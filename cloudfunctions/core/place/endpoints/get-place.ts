import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { behindLine, cutPage, pageQuery } from '../../platform/page';
import { done, refuse } from '../../platform/result';
import { id, object, optional, positionCursor } from '../../platform/validation';
import { placeDetail } from '../detail';
import { places } from '../place';
import { placeView } from '../view';

/**
 * One place as whoever keeps the community's places sees it, with what it was before and what lies right under it.
 * Cost: 2 reads.
 */
export const getPlace = signedInEndpoint({
  name: 'place.get',
  input: object({ placeId: id, cursor: optional(positionCursor) }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: ({ placeId }) => ({ from: places, id: placeId }),
  async run({ database }, { login: { communityId } }, { placeId, cursor }) {
    const [place, found] = await Promise.all([
      database.get(places, placeId),
      database.find(places, {
        ...behindLine({ communityId, parentId: placeId }, 'position', cursor, Number),
        ...pageQuery(limits.pageSize),
      }),
    ]);
    if (place?.communityId !== communityId) return refuse('NOT_FOUND', 'placeId');
    const { shown, next } = cutPage(found, limits.pageSize, ({ position, _id }) => `${String(position)}>${_id}`);
    return done({ place: placeDetail(place), places: shown.map(placeView), ...(next !== undefined && { next }) });
  },
});
