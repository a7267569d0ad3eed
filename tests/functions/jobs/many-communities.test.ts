import { jobs } from '../../../cloudfunctions/jobs/jobs';
import type { JobRecord } from '../../../cloudfunctions/core/job/job-record';
import { countOrders } from '../../../cloudfunctions/core/order/jobs/count-orders';
import { orders, type Order } from '../../../cloudfunctions/core/order/document/order';
import type { Anchor } from '../../../cloudfunctions/core/passbook/anchor/anchor';
import type { Community } from '../../../cloudfunctions/core/place/community';
import { findRosterChanges, fingerprintOf } from '../../../cloudfunctions/core/place/jobs/find-roster-changes';
import { defaultRecognitionPolicy } from '../../../cloudfunctions/core/recognition/policy';
import type { SourceChange } from '../../../cloudfunctions/core/projection/source-change';
import type { InvocationTrace } from '@lianxin/local-cloud';
import { stampForms, wholeForms } from '../../../local/demo/forms';
import { startApi, type ApiCloud } from '../../support/api';
import { communities, newCommunity } from '../../support/community';
import { ordersOf } from '../order/order-steps';

jest.setTimeout(240_000);

const count = 1_000;
/** As communities begin: what a community may show of its members is off. */
const sample: Community = {
  ...communities[0]!,
  policy: { ...communities[0]!.policy, recognition: defaultRecognitionPolicy },
};
const many = Array.from({ length: count }, (_, index): Community => ({
  ...sample,
  _id: `c${String(index).padStart(4, '0')}`,
}));

/** Every job ran last night, and nothing has happened since. */
const records = jobs.map(({ name }): JobRecord => ({
  _id: name,
  ranAt: new Date('2026-11-23T02:10:00+08:00'),
  cursor: null,
  found: name === 'rosters' ? many.map(fingerprintOf) : [],
}));

/** Far more than one community's night, far less than what would read every community's people. */
const callsOfCommunity = 12;

const callsOf = (runs: readonly InvocationTrace[]) => runs.reduce((sum, run) => sum + run.reads + run.writes, 0);

describe('a thousand communities in one environment', () => {
  let cloud: ApiCloud;
  beforeAll(async () => {
    cloud = await startApi({
      functions: ['jobs'],
      demo: {
        load(database) {
          database.load('communities', stampForms('communities', many));
          database.load('runs', stampForms('runs', records));
          database.load('forms', wholeForms);
        },
        personas: () => [],
      },
    });
  });
  afterAll(() => cloud.close());

  const record = (name: string) => cloud.storedOne<JobRecord>('runs', name);
  /** The runs of a night, until every job is through. */
  async function night(day: string): Promise<readonly InvocationTrace[]> {
    await cloud.control('/local/clock', { now: `${day}T01:59:00+08:00`, timers: 'skip' });
    const known = new Set((await cloud.trace(200)).map(({ id }) => id));
    const isDone = () =>
      jobs.every(({ name, every }) => every !== 'night' || record(name).ranAt >= new Date(`${day}T02:00:00+08:00`)) &&
      jobs.every(({ name }) => record(name).cursor === null);
    for (let run = 0; run < 40 && !isDone(); run += 1) await cloud.control('/local/clock', { advanceMs: 600_000 });
    expect(isDone()).toBe(true);
    return (await cloud.trace(200)).filter(({ id }) => !known.has(id));
  }

  test('a night in which nothing was done reads a few documents of each, and anchors all', async () => {
    const runs = await night('2026-11-24');
    const anchored = (await cloud.services()).database;
    expect(await anchored.count<Anchor>({ name: 'anchors' }, { _id: { gt: '' } })).toBe(count);
    expect(callsOf(runs)).toBeLessThanOrEqual(count * callsOfCommunity);
    expect(runs.flatMap(({ refusals }) => refusals)).toEqual([]);
  });

  test('a run in which nothing is due reads once, for all of them', async () => {
    await cloud.control('/local/clock', { now: '2026-11-24T05:05:00+08:00', timers: 'skip' });
    await cloud.control('/local/clock', { advanceMs: 2 * 600_000 }); // the first one is the hour's
    expect((await cloud.trace(1)).map(({ reads, writes }) => [reads, writes])).toEqual([[1, 0]]);
  });

  test('a roster that was changed by hand is found in the last of them as in the first, a page a share', async () => {
    const [first, last] = [many[0]!, many.at(-1)!];
    for (const { _id } of [first, last]) await cloud.change('communities', _id, { name: '改了名的社区' });
    const services = await cloud.services();
    let share = record('rosters');
    let shares = 0;
    do {
      const { cursor = null, found = [] } = await findRosterChanges.run(services, share, new Date(0));
      share = { ...share, cursor, found };
      shares += 1;
    } while (share.cursor !== null);
    expect(shares).toBe(Math.ceil(count / 99));
    expect(share.found).toHaveLength(count);
    const changes = cloud.stored<SourceChange>('sourceChanges').map(({ sourceId }) => sourceId);
    expect(changes).toEqual([first._id, last._id]);
  });
});

test('counting that is cut short goes on with the community behind the last, and counts none twice', async () => {
  const cloud = await startApi({ functions: ['api'], demo: newCommunity });
  try {
    await cloud.control('/local/clock', { now: '2026-11-23T10:00:00+08:00', timers: 'skip' });
    const { orderId } = await ordersOf(cloud).create();
    const services = await cloud.services();
    const made = cloud.storedOne<Order>('orders', orderId);
    const others = ['a', 'b'].map((communityId): Order => ({
      ...made,
      _id: communityId,
      communityId,
      requests: [communityId],
    }));
    for (const other of others) expect(await services.database.insert(orders, other)).toBe(true);
    const later = { ...services, clock: { now: () => new Date('2026-11-23T11:00:00+08:00') } };
    const counted: string[][] = [];
    let record: JobRecord | undefined;
    for (let share = 0; share < 9 && record?.cursor !== null; share += 1) {
      const { cursor = null } = await countOrders.run(later, record, new Date(0));
      counted.push(cloud.stored<{ _id: string }>('tallies').map(({ _id }) => _id));
      record = { _id: 'counting', ranAt: later.clock.now(), cursor, found: [] };
    }
    const all = ['a', 'b', 'qinghe'];
    expect(counted).toEqual([['a'], ['a', 'b'], all, all]); // the last share found that nothing came meanwhile
  } finally {
    await cloud.close();
  }
});
