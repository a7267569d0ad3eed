import { pointOf, stationListKey, type Station } from '../../../cloudfunctions/core/station/station';
import { straightMetres, type Gcj02Point } from '../../../miniprogram/contracts/distance';
import { minuteOf, openingAt } from '../../../miniprogram/contracts/opening';
import type { StationPage } from '../../../miniprogram/contracts/station';
import { loadCommunity, stations as known } from '../../support/community';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

const few = 21;
const many = 20_000;
const centre: Gcj02Point = { latitude: 37.87, longitude: 112.55 };

/** The same places on every run, within some ten kilometres around the centre; the first ones are the 21. */
function randomStations(count: number): Station[] {
  let seed = 12;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
  return Array.from({ length: count }, (_, index) => {
    const made = { ...known[0]!, _id: `far_${index}`, communityId: 'far', name: String(index), road: '远路' };
    const gcj02 = pointOf({ latitude: centre.latitude + next() / 5, longitude: centre.longitude + next() / 5 });
    return { ...made, gcj02, listKey: stationListKey(made) };
  });
}

let cloud: ApiCloud;
let scale = 0;
beforeAll(async () => {
  cloud = await startApi({
    functions: ['api'],
    demo: {
      load: (database) => {
        loadCommunity(database);
        database.load('stations', randomStations(scale));
      },
      personas: () => [],
    },
  });
});
afterAll(() => cloud.close());
beforeEach(() => cloud.setClock('2026-11-28T10:00:00+08:00'));

const list = (input: { communityId?: string; cursor?: string } = {}) => cloud.getAs('o_nobody', 'station.list', input);
const stateOf = ({ stations, horizon }: StationPage, stationId: string, at: string) =>
  openingAt(stations.find((one) => one.stationId === stationId)!.spans, horizon, minuteOf(Date.parse(at))).state;

describe('the map and the list', () => {
  it('S5-05, S5-07 are everybody’s, with a name, a place, services, hours and when somebody last looked', async () => {
    const page = await list();
    expect(page.stations.map(({ name }) => name)).toEqual(['云来面馆', '迎新街驿站']);
    expect(page.stations[1]).toMatchObject({
      host: '清河社区党群服务中心',
      address: '迎新街 1 号',
      gcj02: centre,
      services: ['water', 'heating'],
      verifiedAt: '2026-11-20T02:00:00.000Z',
    });
    expect(page.holidaysKnown).toBe(true);
    expect(await cloud.lastCall()).toMatchObject({ reads: 1, writes: 0, examined: 2, refusals: [] });
    expect((await list({ communityId: 'liuyuan' })).stations).toEqual([]);
  });

  it('18:00–02:00 on Saturday is open on Sunday at 01:00, by list, by nearest and by page', async () => {
    const near = await cloud.getAs('o_nobody', 'station.listNear', centre);
    const view = await cloud.getAs('o_nobody', 'station.get', { stationId: 'qinghe_shop1' });
    for (const page of [await list(), near, { ...view, stations: [view.station] }]) {
      expect(stateOf(page, 'qinghe_shop1', '2026-11-29T01:00:00+08:00')).toBe('open');
      expect(stateOf(page, 'qinghe_shop1', '2026-11-29T02:00:00+08:00')).toBe('closed');
    }
  });

  it.each(['', 'nowhere', '{"$gt":""}', 'a'.repeat(100)])('a sign with %j is plainly not found', async (stationId) => {
    expect(await cloud.callAs('o_nobody', 'station.get', { stationId })).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
    });
  });
});

describe('the nearest', () => {
  const costs = new Map<number, { readonly near: number; readonly listed: number }>();

  it.each([few, many])(
    'of %i stations are those of the haversine, and cost the same',
    async (count) => {
      scale = count;
      await cloud.control('/local/reset', {});
      const all = [...known, ...randomStations(count)].map(({ _id, gcj02: { coordinates } }) => ({
        _id,
        metres: straightMetres(centre, { longitude: coordinates[0], latitude: coordinates[1] }),
      }));
      const expected = all.sort((left, right) => left.metres - right.metres).map(({ _id }) => _id);
      const first = await cloud.getAs('o_nobody', 'station.listNear', centre);
      const near = await cloud.lastCall();
      expect(first.stations.map(({ stationId }) => stationId)).toEqual(expected.slice(0, 40));
      if (count > few) {
        const beyondMetres = straightMetres(centre, first.stations.at(-1)!.gcj02) + 0.001;
        const second = await cloud.getAs('o_nobody', 'station.listNear', { ...centre, beyondMetres });
        expect(second.stations.map(({ stationId }) => stationId)).toEqual(expected.slice(40, 80));
        expect((await cloud.lastCall()).examined).toBeLessThanOrEqual(2 * 40 + 2);
      }
      await list();
      const listed = await cloud.lastCall();
      expect([near.reads, near.refusals, listed.reads, listed.refusals]).toEqual([1, [], 1, []]);
      expect(near.bytes).toBeLessThan(64 * 1024);
      costs.set(count, { near: near.examined, listed: listed.examined });
    },
    120_000,
  );

  it('examine no more of 20,000 than of 21 and what they answer', () => {
    expect(costs.get(many)!.near).toBeLessThanOrEqual(2 * 40 + 2);
    expect(costs.get(many)!.listed).toBeLessThanOrEqual(41);
    expect(costs.get(few)!.near).toBeLessThanOrEqual(few + known.length);
  });
});

describe('a shop’s page', () => {
  beforeAll(async () => {
    scale = 0;
    await cloud.control('/local/reset', {});
  });
  const hours = { rules: [{ days: [1], from: 480, until: 1260 }], holidays: 'closed' as const, closedDays: [] };

  it('S5-04 is changed and withdrawn by its bound login alone', async () => {
    const stationId = 'qinghe_shop1';
    for (const openid of ['o_steward', 'o_secretary', 'o_courier', 'o_nobody']) {
      const change = { stationId, version: 1, hours, requestId: newRequest() };
      expect(await cloud.callAs(openid, 'station.changeHours', change)).toMatchObject({ ok: false });
      const withdrawal = { stationId, withdrawn: true, requestId: newRequest() };
      expect(await cloud.callAs(openid, 'station.withdraw', withdrawal)).toMatchObject({ ok: false });
    }
    expect((await cloud.getAs('o_nobody', 'station.get', { stationId })).mine).toBe(false);
    const view = await cloud.getAs('o_merchant', 'station.get', { stationId });
    expect(view).toMatchObject({ mine: true, version: 1 });
    const requestId = newRequest();
    const change = { stationId, version: 1, hours, requestId };
    const changed = await cloud.getAs('o_merchant', 'station.changeHours', change);
    expect(changed).toMatchObject({ version: 2, hours, station: { verifiedAt: expect.stringMatching(/^2026-11-28/) } });
    expect(await cloud.getAs('o_merchant', 'station.changeHours', change)).toEqual(changed);
    expect(
      await cloud.callAs('o_merchant', 'station.changeHours', { ...change, requestId: newRequest() }),
    ).toMatchObject({ ok: false, code: 'STALE_VERSION' });
  });

  it('withdrawn in one tap leaves list and map, and says so behind its sign', async () => {
    const stationId = 'qinghe_shop1';
    await cloud.getAs('o_merchant', 'station.withdraw', { stationId, withdrawn: true, requestId: newRequest() });
    expect((await list()).stations.map((one) => one.stationId)).toEqual(['qinghe_station1']);
    const near = await cloud.getAs('o_nobody', 'station.listNear', centre);
    expect(near.stations.map((one) => one.stationId)).toEqual(['qinghe_station1']);
    expect(await cloud.getAs('o_nobody', 'station.get', { stationId })).toMatchObject({ withdrawn: true });
    await cloud.getAs('o_merchant', 'station.withdraw', { stationId, withdrawn: false, requestId: newRequest() });
    expect((await list()).stations).toHaveLength(2);
  });

  it('has a sign, of which is written down who got it, when and from whom', async () => {
    expect((await cloud.getAs('o_secretary', 'station.listSigns', {})).signs).toEqual([
      { stationId: 'qinghe_shop1', name: '云来面馆', sign: '爱心 001 号' },
    ]);
    const receipt = { stationId: 'qinghe_shop1', receivedBy: '孟祥云', requestId: newRequest() };
    const sign = await cloud.getAs('o_secretary', 'station.handOverSign', receipt);
    expect(sign).toMatchObject({
      receivedBy: '孟祥云',
      issuedBy: '王建国',
      receivedAt: expect.stringMatching(/^2026-11-28T02/),
    });
    expect(await cloud.getAs('o_secretary', 'station.handOverSign', receipt)).toEqual(sign);
    expect((await cloud.getAs('o_secretary', 'station.listSigns', {})).signs).toEqual([sign]);
  });

  it.each([
    [
      'an end before its beginning',
      { rules: [{ days: [1], from: 600, until: 540 }], holidays: 'usual', closedDays: [] },
    ],
    ['more than a day', { rules: [{ days: [1], from: 0, until: 1441 }], holidays: 'usual', closedDays: [] }],
    ['a weekday that there is not', { rules: [{ days: [8], from: 0, until: 60 }], holidays: 'usual', closedDays: [] }],
    ['a day that there is not', { rules: [], holidays: 'usual', closedDays: ['2026-02-30'] }],
  ])('refuses hours with %s', async (_name, wrong) => {
    const input = { stationId: 'qinghe_shop1', version: 1, hours: wrong, requestId: newRequest() };
    expect(await cloud.tryAs('o_merchant', 'station.changeHours', input)).toMatchObject({
      ok: false,
      code: 'INVALID_INPUT',
      field: expect.stringMatching(/^hours\./),
    });
  });
});
