import { endpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { done, refuse } from '../../platform/result';
import { object, scannedText } from '../../platform/validation';
import { stations } from '../station';
import { stationView } from '../view';

const stationIdForm = /^\w{1,32}$/;

/**
 * A station as the QR of its sign opens it, for everybody. One that was withdrawn says so.
 * Cost: 2 reads.
 */
export const getStation = endpoint({
  name: 'station.get',
  input: object({ stationId: scannedText(100) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, caller, { stationId }) {
    const found = stationIdForm.test(stationId)
      ? await database.getWith(stations, stationId, { in: communities, by: 'communityId' })
      : undefined;
    if (!found) return refuse('NOT_FOUND', 'stationId');
    return done(await stationView(found.document, found.other, { caller, now: clock.now() }));
  },
});
