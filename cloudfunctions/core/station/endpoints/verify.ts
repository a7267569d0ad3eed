import { signedInEndpoint } from '../../access/endpoint';
import { id, object, requestId } from '../../platform/validation';
import { changeStation } from '../change-station';
import { stations } from '../station';

/**
 * Its keeper looked: it is as the map says.
 * Cost: 1 read, 2 writes.
 */
export const verifyStation = signedInEndpoint({
  name: 'station.verify',
  input: object({ stationId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  prefetch: ({ stationId }) => ({ from: stations, id: stationId }),
  run: (context, caller, { stationId }) =>
    changeStation(context, caller, { stationId, action: 'verify', set: { verifiedAt: context.clock.now() } }),
});
