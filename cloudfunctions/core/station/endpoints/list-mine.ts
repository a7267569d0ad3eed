import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { readKeptStations } from '../kept-stations';
import { stationPage } from '../view';

/**
 * The stations and shops that the caller keeps, those that are withdrawn among them.
 * Cost: 2 reads.
 */
export const listMyStations = signedInEndpoint({
  name: 'station.listMine',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, { login }) {
    const found = await readKeptStations(database, login.personId, limits.pageSize);
    return done(await stationPage(found, clock.now()));
  },
});
