import { signedInEndpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { done, refuse } from '../../platform/result';
import { object } from '../../platform/validation';
import { gcj02Of, stations } from '../../station/station';
import { dayText } from '../../time/shanghai';
import { printPages } from '../print-pages';
import { palmMap } from '../rules/palm-map';

/** What one query returns at most; a sheet has room for fewer and says how many are left. */
const most = 99;

/**
 * The palm-size map of the community's stations and friendly shops as they are now (S5-05). The file goes into the
 * cloud's storage.
 * Cost: 3 reads.
 */
export const printStationMap = signedInEndpoint({
  name: 'file.printStationMap',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run(context, { login: { communityId } }) {
    const { database, clock } = context;
    const [found, community] = await Promise.all([
      database.find(stations, {
        where: { state: 'open', listKey: { gt: `${communityId}/`, lt: `${communityId}0` } },
        sort: { listKey: 'asc' },
        limit: most,
      }),
      database.get(communities, communityId),
    ]);
    if (!community || found.length === 0) return refuse('NOT_FOUND');
    const entries = found.map(({ name, kind, address, gcj02 }) => ({ name, kind, address, gcj02: gcj02Of(gcj02) }));
    const pages = palmMap(entries, community.name, dayText(clock.now()));
    const printed = await printPages(context, `prints/${communityId}-stations.pdf`, pages);
    return printed.ok ? done(printed.data) : printed;
  },
});
