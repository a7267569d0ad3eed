import { signedInEndpoint } from '../../access/endpoint';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, personName, requestId } from '../../platform/validation';
import { remembering } from '../remembering';
import { signView } from '../sign-view';
import { stations } from '../station';

/**
 * Writes down who got a shop's sign. A sign that is handed over again, after a loss, is written anew.
 * Cost: 1 read, 2 writes.
 */
export const handOverSign = signedInEndpoint({
  name: 'station.handOverSign',
  input: object({ stationId: id, receivedBy: personName, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  prefetch: ({ stationId }) => ({ from: stations, id: stationId }),
  async run({ database, clock, request }, caller, { stationId, receivedBy }) {
    const { login } = caller;
    const station = await database.get(stations, stationId);
    if (station?.communityId !== login.communityId || station.sign === undefined)
      return refuse('NOT_FOUND', 'stationId');
    const replay = replayOf(station.requests, request, () => signView(station));
    if (replay) return replay;
    const issuedBy = { personId: login.personId, name: login.name };
    const signRecord = { receivedBy, receivedAt: clock.now(), issuedBy };
    const count = await database.updateWhere(
      stations,
      { _id: stationId, version: station.version },
      {
        set: { signRecord, version: station.version + 1 },
        push: remembering(caller, { action: 'handOverSign', at: signRecord.receivedAt, request }),
      },
    );
    return count > 0 ? done(signView({ ...station, signRecord })) : refuse('BUSY');
  },
});
