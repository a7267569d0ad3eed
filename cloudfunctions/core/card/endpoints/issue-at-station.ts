import { reaches } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { refuse } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { stations } from '../../station/station';
import { insertCard } from '../insert-card';

/**
 * Issues a card that hangs at a station, with its address and hours (S4-05).
 * Somebody's first write beside orders takes one write more.
 * Cost: 2 reads, 2 writes.
 */
export const issueCardAtStation = signedInEndpoint({
  name: 'card.issueAtStation',
  input: object({ stationId: id, size: v.picklist(['normal', 'large']), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  prefetch: ({ stationId }) => ({ from: stations, id: stationId }),
  async run(context, actor, { stationId, size }) {
    const station = await context.database.get(stations, stationId);
    const { communityId } = actor.login;
    if (station?.communityId !== communityId) return refuse('NOT_FOUND', 'stationId');
    if (!reaches(actor, { communityId, path: station.place.path })) return refuse('FORBIDDEN', 'stationId');
    return insertCard(context, actor, { place: station.place, size, station: { stationId, name: station.name } });
  },
});
