import { signedInEndpoint } from '../../access/endpoint';
import { id, object, requestId, v } from '../../platform/validation';
import { changeStation } from '../change-station';
import { stations } from '../station';

/**
 * Takes a shop or a station off the map, or puts it on it again; its keeper alone, in one tap (S5-04).
 * Cost: 1 read, 2 writes.
 */
export const withdrawStation = signedInEndpoint({
  name: 'station.withdraw',
  input: object({ stationId: id, withdrawn: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  prefetch: ({ stationId }) => ({ from: stations, id: stationId }),
  run: (context, caller, { stationId, withdrawn }) =>
    changeStation(context, caller, {
      stationId,
      action: withdrawn ? 'withdraw' : 'restore',
      set: withdrawn ? { state: 'withdrawn' } : { state: 'open', verifiedAt: context.clock.now() },
    }),
});
