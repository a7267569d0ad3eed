import type { Alarm } from '../../../cloudfunctions/core/passbook/alarm/alarm';
import type { Anchor } from '../../../cloudfunctions/core/passbook/anchor/anchor';
import type { JobRecord } from '../../../cloudfunctions/core/job/job-record';
import { createDemo } from '../../../local/demo';
import { startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(240_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['jobs'], demo: createDemo() });
});
afterAll(() => cloud.close());

const jobs = ['reconcile', 'anchor-heads', 'reconcile-sources', 'reconcile-whole', 'reconcile-all-sources'];

test('every book of the demo holds against its lines, and every line against what stands behind it', async () => {
  await cloud.control('/local/clock', { now: '2026-11-24T01:59:00+08:00', timers: 'skip' });
  const isDone = () => {
    const records = cloud.stored<JobRecord>('runs');
    return jobs.every((name) => records.find(({ _id }) => _id === name)?.cursor === null);
  };
  for (let run = 0; run < 40 && !isDone(); run += 1) await cloud.control('/local/clock', { advanceMs: 10 * 60_000 });
  expect(isDone()).toBe(true);
  expect(cloud.stored<Alarm>('alarms')).toEqual([]);
  // Each branch has an anchor of its own: five communities', and the couriers' eight beside their street's.
  expect(cloud.stored('branches')).toHaveLength(5 + 8);
  expect(new Set(cloud.stored<Anchor>('anchors').map(({ communityId }) => communityId)).size).toBe(5 + 8);
});
