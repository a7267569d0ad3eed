import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import { id, object, requestId, version } from '../../platform/validation';
import { changeStation } from '../change-station';
import { openingHours } from '../inputs';
import { stations } from '../station';

/**
 * New hours, by whoever keeps it: a shop's bound login, a station's steward. They count as looked at today.
 * Cost: 1 read, 2 writes.
 */
export const changeStationHours = signedInEndpoint({
  name: 'station.changeHours',
  input: object({ stationId: id, version, hours: openingHours, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  prefetch: ({ stationId }) => ({ from: stations, id: stationId }),
  async run(context, caller, { stationId, version: seen, hours }) {
    const refused = await checkTexts(context, { 'hours.note': hours.note });
    if (refused) return refused;
    const set = { hours, verifiedAt: context.clock.now() };
    return changeStation(context, caller, { stationId, version: seen, action: 'changeHours', set });
  },
});
