import { limits } from '../../../../miniprogram/contracts/limits';
import { endpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object, optional, v } from '../../platform/validation';
import { pointOf, stations } from '../station';
import { stationPage } from '../view';

/** Beyond so many metres nobody goes to a station. */
const farthestMetres = 50_000;
const degrees = (most: number) => v.pipe(v.number(), v.minValue(-most), v.maxValue(most));

/**
 * The stations nearest to a point, from near to far, whatever they offer and whether they are open: the phone, which
 * knows where it is to the metre, chooses among them. The point is not stored.
 * Cost: 1 read.
 */
export const listStationsNear = endpoint({
  name: 'station.listNear',
  input: object({
    latitude: degrees(90),
    longitude: degrees(180),
    beyondMetres: optional(v.pipe(v.number(), v.minValue(0), v.maxValue(farthestMetres))),
  }),
  identity: 'nobody',
  idempotency: 'read',
  async run({ database, clock }, _actor, { beyondMetres = 0, ...point }) {
    const gcj02 = { near: pointOf(point), minMetres: beyondMetres, maxMetres: farthestMetres };
    const found = await database.find(stations, { where: { state: 'open', gcj02 }, limit: limits.stationPage });
    return done(await stationPage(found, clock.now()));
  },
});
