import type { JobRecord } from '../../../cloudfunctions/core/job/job-record';
import { countOrders } from '../../../cloudfunctions/core/order/jobs/count-orders';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { indexFieldsOf } from '../../../cloudfunctions/core/order/document/index-fields';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import type { OrderDay, OrderMonth } from '../../../cloudfunctions/core/statistics/figures';
import type { Tally } from '../../../cloudfunctions/core/statistics/tally';
import { stampForms } from '../../../local/demo/forms';
import { startApi, type ApiCloud } from '../../support/api';
import { loadCommunity } from '../../support/community';
import { inStatus } from '../../core/order/sample-orders';

jest.setTimeout(240_000);

/** More changes of one moment than one share looks through, and days of several pages. */
const count = 2_200;
const days = 5;
const hourMs = 3_600_000;
const monthStartMs = Date.parse('2026-10-01T00:00:00+08:00');
const state = inStatus('closed');

/** All over the month; all of them changed in one moment, as an import leaves them. */
function orderAt(index: number, updatedAt = new Date('2026-11-01T03:00:00Z')): Order {
  const _id = `o${String(index).padStart(6, '0')}`;
  const createdAt = new Date(monthStartMs + Math.floor((index * days * 24 * hourMs) / count));
  const order = { ...state, _id, communityId: 'qinghe', createdAt, updatedAt, number: `2610-${_id.slice(1)}` };
  return { ...order, ...indexFieldsOf(order), requests: [_id] } as Order;
}

describe('a month of more orders than are read at once', () => {
  let cloud: ApiCloud;
  let services: Services;
  let record: JobRecord | undefined;
  beforeAll(async () => {
    cloud = await startApi({
      functions: ['api'],
      demo: {
        load(database) {
          loadCommunity(database);
          const all = Array.from({ length: count }, (_, index) => orderAt(index));
          database.load('orders', stampForms('orders', all));
        },
        personas: () => [],
      },
    });
    await cloud.control('/local/clock', { now: '2026-11-01T12:00:00+08:00', timers: 'skip' });
    services = { ...(await cloud.services()), clock: { now: () => new Date('2026-11-01T12:00:00+08:00') } };
  });
  afterAll(() => cloud.close());

  const share = async (until: Date) => {
    const { cursor = null } = await countOrders.run(services, record, until);
    record = { _id: 'counting', ranAt: services.clock.now(), cursor, found: [] };
  };
  const month = () => cloud.stored<OrderMonth>('orderMonths').find(({ _id }) => _id === 'qinghe:2026-10');

  test('is counted to the last one, a day a share where none has time for more', async () => {
    const shares: number[] = [];
    do {
      expect(month()).toBeUndefined();
      await share(new Date(0));
      shares.push(cloud.stored<OrderDay>('orderDays').length);
    } while (!month() && shares.length < 60);
    expect([...new Set(shares)]).toEqual([1, 2, 3, 4, 5]);
    expect(month()?.figures.counts).toMatchObject({ created: count, solved: count });
    expect(month()?.figures.acceptHours.reduce((sum, one) => sum + one.count, 0)).toBe(count);
    const { months } = cloud.storedOne<Tally>('tallies', 'qinghe');
    expect(months.find((one) => one.month === '2026-10')).toMatchObject({ created: count });
  });

  test('is counted anew by the days that changed alone', async () => {
    while (record?.cursor !== null) await share(new Date('2026-11-02T00:00:00Z'));
    const changedAt = new Date('2026-11-01T04:30:00Z');
    const last = orderAt(count - 1, changedAt);
    await cloud.change('orders', last._id, { outcome: 'unrated', updatedAt: changedAt });
    services = { ...services, clock: { now: () => new Date('2026-11-01T13:00:00+08:00') } };
    await share(new Date('2026-11-02T00:00:00Z'));
    expect(month()?.figures.counts).toMatchObject({ created: count, solved: count - 1, unrated: 1 });
    const counted = cloud.stored<OrderDay>('orderDays');
    expect(counted.filter(({ until }) => until.getTime() === services.clock.now().getTime())).toHaveLength(1);
  });
});
