import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { forgetReports } from '../../../cloudfunctions/core/station/jobs/forget-reports';
import { expireReports } from '../../../cloudfunctions/core/station/migrations/station-report-2';
import type { StationReports } from '../../../cloudfunctions/core/station/station';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
});
afterAll(() => cloud.close());
const setClock = (now: string) => cloud.control('/local/clock', { now, timers: 'skip' });
/** Lets the timer run once, soon after a moment. */
async function timerAt(now: string) {
  await setClock(now);
  await cloud.control('/local/clock', { advanceMs: 600_000 });
}
beforeEach(() => setClock('2026-11-28T10:00:00+08:00'));

const report = (openid: string, problem: 'closed' | 'water' | 'toilet', requestId = newRequest()) =>
  cloud.callAs(openid, 'station.report', {
    stationId: 'qinghe_station1',
    problem,
    words: '迎新街驿站：到了，没水',
    requestId,
  });

/** The steward puts it right. */
async function finish({ _id: orderId, version }: Pick<Order, '_id' | 'version'>) {
  await cloud.getAs('o_steward', 'order.accept', { orderId, version, requestId: newRequest() });
  await cloud.getAs('o_steward', 'order.complete', {
    orderId,
    version: version + 1,
    evidence: { kind: 'phone', note: '换了一桶' },
    requestId: newRequest(),
  });
}

describe('station.report', () => {
  const orders = () => cloud.stored<Order>('orders');

  it('in one tap and without a login becomes an order that is offered to the steward', async () => {
    const requestId = newRequest();
    const first = await report('o_passerby', 'water', requestId);
    expect(first).toMatchObject({ ok: true, data: { again: false } });
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 4, refusals: [] });
    expect(await report('o_passerby', 'water', requestId)).toEqual(first);
    expect(orders()).toHaveLength(1);
    expect(orders()[0]).toMatchObject({ status: 'dispatched', category: 'station', responsibleIds: ['p_steward'] });
    const offers = await cloud.getAs('o_steward', 'order.listOffers', { state: 'open' });
    expect(offers.orders).toMatchObject([{ title: '迎新街驿站：到了，没水', actions: ['accept', 'decline'] }]);
    expect((await cloud.getAs('o_steward', 'home.get', {})).body).toMatchObject({
      for: 'keeper',
      offers: [{ orderId: offers.orders[0]!.orderId }],
      stations: { stations: [{ stationId: 'qinghe_station1' }] },
    });
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, refusals: [] });
  });

  it('of the same by somebody else finds it under way; done, it may be said anew', async () => {
    expect(await report('o_other', 'water')).toMatchObject({ ok: true, data: { again: true } });
    expect(orders()).toHaveLength(1);
    const { _id: orderId, version } = orders()[0]!;
    await finish({ _id: orderId, version });
    // Nobody is asked: whoever reported has no login. The second look is the next visitor's.
    expect(await report('o_other', 'water')).toMatchObject({ ok: true, data: { again: false } });
    expect(orders()).toHaveLength(2);
    const confirmation = { orderId, version: version + 2, stars: 5, tags: [], requestId: newRequest() };
    for (const openid of ['o_passerby', 'o_steward', 'o_worker', 'o_secretary'])
      expect(await cloud.tryAs(openid, 'order.confirm', confirmation)).toMatchObject({ ok: false });
  });

  it('without a login, done and found right by all who came since, is closed by silence, as unrated', async () => {
    const done = orders().find(({ status }) => status === 'completed')!;
    await timerAt('2026-12-03T10:00:00+08:00');
    await timerAt('2026-12-05T11:00:00+08:00');
    expect(cloud.storedOne<Order>('orders', done._id)).toMatchObject({
      status: 'closed',
      outcome: 'unrated',
      rating: null,
    });
    await cloud.control('/local/reset', {});
    await setClock('2026-11-28T10:00:00+08:00');
  });

  it('is limited per WeChat user and day, with when it works again', async () => {
    for (const problem of ['closed', 'toilet', 'water', 'closed', 'toilet'] as const) {
      expect(await report('o_eager', problem)).toMatchObject({ ok: true });
    }
    expect(await report('o_eager', 'closed')).toMatchObject({
      ok: false,
      code: 'TOO_MANY',
      retryAt: '2026-11-28T16:00:00.000Z',
    });
    expect(await report('o_calm', 'closed')).toMatchObject({ ok: true });
    await setClock('2026-11-29T10:00:00+08:00');
    const openOrders = orders().length;
    expect(await report('o_eager', 'closed')).toMatchObject({ ok: true, data: { again: true } });
    expect(orders()).toHaveLength(openOrders);
  });

  it('is as often as the community decided, and so is the order that is made anew', async () => {
    await cloud.control('/local/reset', {});
    await setClock('2026-11-30T10:00:00+08:00');
    const { policy } = cloud.storedOne<Community>('communities', 'qinghe');
    const decided = { reportRetentionDays: 30, reports: 2, ordersAgain: 1 };
    await cloud.change('communities', 'qinghe', { policy: { ...policy, station: decided } });
    for (const problem of ['closed', 'toilet'] as const)
      expect(await report('o_eager', problem)).toMatchObject({ ok: true });
    expect(await report('o_eager', 'water')).toMatchObject({ ok: false, code: 'TOO_MANY' });
    for (const order of orders()) await finish(order);
    expect(await report('o_calm', 'closed')).toMatchObject({
      ...{ ok: false, code: 'TOO_MANY', field: 'stationId' },
      retryAt: '2026-11-30T16:00:00.000Z',
    });
    await cloud.change('communities', 'qinghe', { policy: { ...policy, station: { ...decided, ordersAgain: 2 } } });
    expect(await report('o_calm', 'closed')).toMatchObject({ ok: true, data: { again: false } });
    await cloud.change('communities', 'qinghe', { policy });
  });

  it('by twelve people at once makes one order', async () => {
    await cloud.control('/local/reset', {});
    await setClock('2026-11-30T10:00:00+08:00');
    const before = orders().length;
    const replies = await Promise.all(Array.from({ length: 12 }, (_, index) => report(`o_crowd${index}`, 'closed')));
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    expect(replies.filter((reply) => reply.ok && !reply.data.again)).toHaveLength(1);
    expect(orders()).toHaveLength(before + 1);
  });
});

describe('what somebody reported on a day', () => {
  const reports = (count: number, day: string) =>
    Array.from({ length: count }, (_, index): StationReports => {
      const at = new Date(`${day}T02:00:00Z`);
      const expiresAt = new Date(at.getTime() + 30 * 86_400_000);
      return { _id: `r_${day}_${index}`, at, expiresAt, count: 1, requests: [] };
    });
  const left = () => cloud.stored<StationReports>('stationReports').map(({ _id }) => _id);

  it('is forgotten when the policy says, page by page, as far as the time goes', async () => {
    await cloud.control('/local/reset', {});
    cloud.database.load('stationReports', [...reports(120, '2026-09-01'), ...reports(3, '2026-11-20')]);
    const { database } = await cloud.services();
    const start = Date.parse('2026-11-28T18:00:00Z');
    let asked = 0;
    // Each look at the clock takes a second: the share ends after its first page.
    const clock = { now: () => new Date(start + 1000 * asked++) };
    const share = (seconds: number) =>
      forgetReports.run({ database, clock } as Services, undefined, new Date(start + 1000 * (asked + seconds)));
    expect(await share(2)).toEqual({ done: 50, cursor: 'more' });
    expect(left()).toHaveLength(73);
    expect(await share(60)).toEqual({ done: 70 });
    expect(left()).toEqual(reports(3, '2026-11-20').map(({ _id }) => _id));
    expect(await share(60)).toEqual({ done: 0 });
  });

  it('lasts as long as its community decided, and is removed by the night’s work', async () => {
    const { policy } = cloud.storedOne<Community>('communities', 'qinghe');
    await cloud.change('communities', 'qinghe', { policy: { ...policy, station: { reportRetentionDays: 2 } } });
    expect(await report('o_passerby', 'water')).toMatchObject({ ok: true });
    const [made] = cloud.stored<StationReports>('stationReports').filter(({ at }) => at > new Date('2026-11-25'));
    expect(made!.expiresAt.getTime() - made!.at.getTime()).toBe(2 * 86_400_000);
    await timerAt('2026-11-30T03:00:00+08:00');
    expect(left()).toContain(made!._id);
    await timerAt('2026-12-01T03:00:00+08:00');
    expect(left()).not.toContain(made!._id);
    await cloud.control('/local/reset', {});
  });

  it('of before there was an end gets one', () => {
    const at = new Date('2026-11-01T02:00:00Z');
    const before = { _id: 'r1', at, count: 2, requests: [] };
    const migrated = { ...before, expiresAt: new Date('2026-12-01T02:00:00Z') };
    expect(expireReports.migrate(before)).toEqual(migrated);
  });
});
