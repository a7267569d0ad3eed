import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const say = (roles: { veteran?: boolean; volunteer?: boolean }, openid = 'o_neighbour', requestId = newRequest()) =>
  cloud.callAs(openid, 'person.setRoles', { ...roles, requestId });
const kinds = () => cloud.storedOne<Person>('people', 'p_neighbour').kinds;

test('S1-12 whoever lives here says that they are a veteran or a volunteer, and takes it back', async () => {
  const before = kinds();
  const requestId = newRequest();
  const said = { ok: true, data: { roles: { veteran: true, volunteer: false } } };
  expect(await say({ veteran: true }, 'o_neighbour', requestId)).toMatchObject(said);
  expect(await say({ veteran: true }, 'o_neighbour', requestId)).toMatchObject(said);
  expect(kinds()).toEqual([...before, 'veteran']);
  expect(cloud.storedOne<LoginWithInbox>('logins', 'o_neighbour').kinds).toEqual([...before, 'veteran']);
  expect(await say({ volunteer: true })).toMatchObject({ data: { roles: { veteran: true, volunteer: true } } });
  expect(await say({ veteran: false })).toMatchObject({ data: { roles: { veteran: false, volunteer: true } } });
  expect(await say({ volunteer: false })).toMatchObject({ data: { roles: { veteran: false, volunteer: false } } });
  expect(kinds()).toEqual(before);
  expect(cloud.storedOne<Person>('people', 'p_neighbour').acts).toHaveLength(4);
  expect(await say({ veteran: false })).toMatchObject({ ok: true });
  expect(cloud.storedOne<Person>('people', 'p_neighbour').acts).toHaveLength(4);
});

test('nobody is one here who does not live here', async () => {
  const login = cloud.stored<LoginWithInbox>('logins').find(({ home, personId }) => !home && personId !== '')!;
  const { kinds: before } = cloud.storedOne<Person>('people', login.personId);
  expect(await say({ volunteer: true }, login._id)).toMatchObject({ ok: false });
  expect(cloud.storedOne<Person>('people', login.personId).kinds).toEqual(before);
});
