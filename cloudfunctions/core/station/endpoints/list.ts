import { limits } from '../../../../miniprogram/contracts/limits';
import { endpoint } from '../../access/endpoint';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, id, object, optional } from '../../platform/validation';
import { stations } from '../station';
import { stationPage } from '../view';

/**
 * The stations of a community, or all of them, by street and name: for whoever gives no location (S5-05).
 * Cost: 1 read.
 */
export const listStations = endpoint({
  name: 'station.list',
  input: object({ communityId: optional(id), cursor: optional(cursor) }),
  identity: 'nobody',
  idempotency: 'read',
  async run({ database, clock }, _actor, { communityId, cursor: after }) {
    const start = communityId === undefined ? '' : `${communityId}/`;
    const listKey = {
      gt: after !== undefined && after > start ? after : start,
      ...(communityId !== undefined && { lt: `${communityId}0` }),
    };
    const found = await database.find(stations, {
      where: { state: 'open', listKey },
      sort: { listKey: 'asc' },
      ...pageQuery(limits.stationPage),
    });
    const { shown, next } = cutPage(found, limits.stationPage, (station) => station.listKey);
    return done(await stationPage(shown, clock.now(), next));
  },
});
