import { signedInEndpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { refuse } from '../../platform/result';
import { object } from '../../platform/validation';
import { readOpenStations } from '../../station/open-stations';
import { gcj02Of } from '../../station/station';
import { dayText } from '../../time/shanghai';
import { printPages } from '../print-pages';
import { palmMap } from '../rules/palm-map';

/**
 * The palm-size map of all stations and friendly shops of the community as they are now, on as many sheets as it takes
 * (S5-05). The file goes into the cloud's storage. A read more for each further 99 stations.
 * Cost: 2 reads.
 */
export const printStationMap = signedInEndpoint({
  name: 'file.printStationMap',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run(context, { login: { communityId } }) {
    const { database, clock } = context;
    const [found, community] = await Promise.all([
      readOpenStations(database, communityId),
      database.get(communities, communityId),
    ]);
    if (!community || found.length === 0) return refuse('NOT_FOUND');
    const entries = found.map(({ name, kind, address, gcj02 }) => ({ name, kind, address, gcj02: gcj02Of(gcj02) }));
    const pages = palmMap(entries, community.name, dayText(clock.now()));
    return printPages(context, `prints/${communityId}-stations.pdf`, pages);
  },
});
