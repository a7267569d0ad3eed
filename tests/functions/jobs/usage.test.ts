/** What the environment uses of its plan is counted, and said on the desk before it is used up. */
import type { Usage } from '../../../cloudfunctions/core/quota/usage';
import { demoEnvironment } from '../../../local/demo/signing-key';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { newCommunity } from '../../support/community';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({
    functions: ['api', 'jobs'],
    demo: newCommunity,
    functionEnvironment: {
      ...demoEnvironment,
      ...{ QUOTA_SAMPLE: '1', QUOTA_CALLS: '60', QUOTA_STORAGE_GB: '0.00004' },
      ...{ QUOTA_TIME_GBS: '2', QUOTA_TRAFFIC_GB: '0.00001', FUNCTION_MEMORY_MB: '1024' },
    },
  });
});
afterAll(() => cloud.close());

const month = () => cloud.stored<Usage>('usage')[0];
const quotas = async () => {
  const { body } = await cloud.getAs('o_secretary', 'home.get', {});
  return body.for === 'desk' ? (body.desk.quotas ?? []) : undefined;
};

test('counts invocations with all that they asked of the cloud', async () => {
  // The first one makes the month's document, which takes a write more.
  await quotas();
  expect(await quotas()).toEqual([]);
  const before = month()?.calls ?? 0;
  await cloud.getAs('o_resident', 'order.create', {
    ...{ category: 'repair', words: '灯坏了', when: 'any', fileIds: [], token: 'Card3Building0000' },
    requestId: newRequest(),
  });
  const { reads, writes } = (await cloud.trace(1))[0]!;
  // Each invocation is billed a tenth of a second at least, of one gigabyte here.
  expect(month()?.gigabyteSeconds).toBeGreaterThanOrEqual(0.3);
  expect(month()?.repliedBytes).toBeGreaterThan(1_000);
  // The trace holds the note's own write, which is billed with the next invocation, as the note before is with this.
  expect((month()?.calls ?? 0) - before).toBe(reads + writes + 1);
});

test('by night the desk hears which limits come near, and what is stored', async () => {
  for (let call = 0; call < 12; call += 1) await cloud.getAs('o_secretary', 'home.get', {});
  for (const day of ['2026-11-24', '2026-11-25']) {
    await cloud.control('/local/clock', { now: `${day}T02:01:00+08:00`, timers: 'skip' });
    for (let run = 0; run < 2; run += 1) await cloud.control('/local/clock', { advanceMs: 660_000 });
  }
  const items = ['calls', 'storage', 'time', 'traffic'];
  expect((await quotas())?.map(({ item }) => item)).toEqual(items);
  const { body } = await cloud.getAs('o_administrator', 'home.get', {});
  expect(body.for === 'other' && body.quotas?.map(({ item }) => item)).toEqual(items);
  expect(month()?.storedBytes).toBeGreaterThan(20_000);
  const health = await cloud.invoke('jobs', { name: 'health' }, { source: 'deploy' });
  expect(health).toMatchObject({
    data: {
      quotas: [{ item: 'calls', limit: 60, state: 'over' }, { item: 'storage' }, { item: 'time' }, { item: 'traffic' }],
    },
  });
});
