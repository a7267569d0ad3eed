import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const say = (openid: string, alone: boolean, requestId = newRequest()) =>
  cloud.callAs(openid, 'person.setAlone', { alone, requestId });
const person = (id: string) => cloud.storedOne<Person>('people', id);

describe('S4-03 somebody who lives alone', () => {
  it('says so themselves, once, and takes it back', async () => {
    expect(await say('o_neighbour', false)).toMatchObject({ ok: true, data: { alone: false } });
    expect(person('p_neighbour').acts).toBeUndefined();
    const requestId = newRequest();
    expect(await say('o_neighbour', true, requestId)).toMatchObject({ ok: true, data: { alone: true } });
    expect(await say('o_neighbour', true, requestId)).toMatchObject({ ok: true, data: { alone: true } });
    expect(person('p_neighbour')).toMatchObject({
      alone: true,
      acts: [{ action: 'person.setAlone', personId: 'p_neighbour' }],
    });
    expect(await cloud.getAs('o_neighbour', 'person.getSession', {})).toMatchObject({ alone: true });
    await cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
    expect(cloud.storedOne<LoginWithInbox>('logins', 'o_neighbour').home).toMatchObject({ alone: true });
    expect(await say('o_neighbour', false)).toMatchObject({ ok: true, data: { alone: false } });
    expect(person('p_neighbour')).toMatchObject({ alone: false, acts: [{}, { action: 'person.setAlone' }] });
  });

  it('is nobody who does not live here', async () => {
    const login = cloud.stored<LoginWithInbox>('logins').find(({ home, personId }) => !home && personId !== '');
    expect(await say(login!._id, true)).toMatchObject({ ok: false });
    expect(person(login!.personId).alone).toBeUndefined();
  });
});
