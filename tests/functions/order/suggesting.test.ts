import type { HelperRoster } from '../../../cloudfunctions/core/order/matching/helper';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { newCommunity } from '../../support/community';
import { walk } from '../../support/walk';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
const elsewhere = Array.from({ length: 210 }, (_, index) => `p_far${String(index).padStart(3, '0')}`);
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'], demo: newCommunity });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  const like = cloud.storedOne<Person>('people', 'p_member');
  const { serves } = like;
  if (!serves) throw new Error('p_member serves no grid');
  cloud.database.load(
    'people',
    elsewhere.map((_id) => ({ ...like, _id, serves: { ...serves, gridId: 'qinghe_g2' } })),
  );
});
afterAll(() => cloud.close());

const runHour = () => cloud.control('/local/clock', { advanceMs: 3_600_000 + 60_000 });
const roster = (_id: string) => cloud.storedOne<HelperRoster>('helperRosters', _id);

test('S2-15 staff choose from all members of the community, read as one document a grid', async () => {
  await runHour();
  const order = await steps.create('o_neighbour');
  const pages = await walk((cursor) => cloud.getAs('o_worker', 'order.suggest', { orderId: order.orderId, ...cursor }));
  const { reads, examined } = await cloud.lastCall();
  expect(reads).toBe(2);
  expect(examined).toBeLessThanOrEqual(6);
  const found = pages.flatMap(({ suggestions }) => suggestions.map(({ memberId }) => memberId));
  for (const memberId of elsewhere) expect(found).toContain(memberId);
  expect(found.indexOf('p_member')).toBeLessThan(found.indexOf(elsewhere[0]!));
});

test('whoever left follows with the next run, what somebody says of their hours within the hour', async () => {
  expect(roster('qinghe_g1').helperIds).toContain('p_member2');
  await cloud.getAs('o_secretary', 'person.leave', { personId: 'p_member2', requestId: newRequest() });
  await cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
  expect(roster('qinghe_g1').helperIds).not.toContain('p_member2');
  const hours = { work: [], free: [{ days: [6], fromMinute: 540, toMinute: 720 }] };
  await cloud.getAs('o_member', 'enrolment.setHours', { ...hours, requestId: newRequest() });
  await runHour();
  expect(roster('qinghe_g1').helpers.find(({ _id }) => _id === 'p_member')?.hours).toEqual(hours);
});

test('what each took on this month stands beside them within the hour', async () => {
  const made = await steps.create('o_resident');
  await steps.accept(await steps.dispatch(made, ['p_member']));
  await runHour();
  expect(roster('qinghe_g1').loads).toMatchObject({ month: '2026-11', counts: { p_member: 1 } });
  const other = await steps.create('o_neighbour');
  const { suggestions } = await cloud.getAs('o_worker', 'order.suggest', { orderId: other.orderId });
  expect(suggestions.find(({ memberId }) => memberId === 'p_member')?.load).toBe(1);
});
