import { siteRecords, type Site, type SiteLink, type SiteRecord } from '../../../cloudfunctions/core/site/site';
import { gcj02Of, pointOf, stationListKey, type Station } from '../../../cloudfunctions/core/station/station';
import { travelMinutes } from '../../../miniprogram/contracts/distance';
import { sites, stations } from '../../support/community';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
});
afterAll(() => cloud.close());
beforeEach(() => cloud.setClock('2026-11-28T10:00:00+08:00'));

const siteId = 'qinghe_site1';
const register = (openid: string, site: string, requestId = newRequest()) =>
  cloud.callAs(openid, 'site.register', { siteId: site, requestId });
const link = () => cloud.storedOne<SiteLink>('siteLinks', 'p_courier');

describe('a courier and their site', () => {
  it('S5-09 finds the organisation and its instructor, with a number to call, without a login', async () => {
    expect(await cloud.getAs('o_nobody', 'site.get', { siteId })).toMatchObject({
      name: '迎新街快递站点',
      orgName: '快递行业党支部',
      instructors: [{ name: '翟立新', phone: '16400000019' }],
    });
    expect(await cloud.getAs('o_nobody', 'site.get', { siteId })).not.toHaveProperty('mine');
    expect(await cloud.getAs('o_courier', 'site.get', { siteId })).toMatchObject({
      mine: { expiresAt: '2027-03-01T02:00:00.000Z' },
    });
    expect((await cloud.getAs('o_nobody', 'site.list', {})).sites.map(({ name }) => name)).toEqual([
      '柳园快递站点',
      '建设路快递站点',
      '迎新街快递站点',
    ]);
  });

  it('S5-10 registers in one tap, confirms it for half a year, leaves a site for another', async () => {
    const requestId = newRequest();
    const first = await register('o_neighbour', siteId, requestId);
    expect(first).toMatchObject({ ok: true, data: { mine: { expiresAt: expect.stringMatching(/^2027-05-27/) } } });
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 3, refusals: [] });
    expect(await register('o_neighbour', siteId, requestId)).toEqual(first);
    const { since } = link();
    await register('o_courier', siteId);
    expect(link().since).toEqual(since);
    expect(link().expiresAt > new Date('2027-05-01')).toBe(true);
    await register('o_courier', 'qinghe_site2');
    expect(link()).toMatchObject({ siteId: 'qinghe_site2', former: [{ siteId }] });
    expect(await register('o_courier', 'liuyuan_site1')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });

  it('S5-10 a link that nobody confirms lapses: it is in no list, and nothing else happens', async () => {
    const names = async () => (await cloud.getAs('o_instructor', 'site.listLinks', {})).links.map(({ name }) => name);
    expect((await names()).sort()).toEqual(['薛飞', '郭大勇'].sort());
    await cloud.setClock('2027-06-01T10:00:00+08:00');
    expect(await names()).toEqual([]);
    expect(await cloud.getAs('o_courier', 'home.get', {})).toMatchObject({ body: { for: 'courier', records: [] } });
    expect((await cloud.getAs('o_courier', 'site.get', { siteId: 'qinghe_site2' })).mine).toBeUndefined();
  });
});

describe('the record of a site', () => {
  const add = (openid: string, more: object = {}) =>
    cloud.tryAs(openid, 'site.addRecord', {
      siteId,
      kind: 'training',
      words: '灭火毯怎么用',
      at: '2026-12-10T09:00:00+08:00',
      requestId: newRequest(),
      ...more,
    });

  it('is kept by the organisation’s instructors and by stewards, and by nobody else', async () => {
    for (const openid of ['o_instructor', 'o_steward'])
      expect(await add(openid)).toMatchObject({ ok: true, data: { kind: 'training', joined: 0, joinedNames: [] } });
    expect(await add('o_courier')).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(await add('o_instructor', { siteId: 'liuyuan_site1' })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });

  it('a training is joined by those who come; who they are is read by those who keep the record', async () => {
    const join = (join_: boolean, requestId = newRequest()) =>
      cloud.getAs('o_courier', 'site.joinRecord', { recordId: 'record_training', join: join_, requestId });
    const requestId = newRequest();
    const joined = await join(true, requestId);
    expect(joined).toMatchObject({ joined: 1, iJoin: true });
    expect(joined).not.toHaveProperty('joinedNames');
    expect(await join(true, requestId)).toEqual(joined);
    const { records } = await cloud.getAs('o_instructor', 'site.listRecords', { siteId });
    expect(records.find(({ recordId }) => recordId === 'record_training')).toMatchObject({ joinedNames: ['薛飞'] });
    expect(await join(false)).toMatchObject({ joined: 0, iJoin: false });
    await cloud.setClock('2026-12-06T10:00:00+08:00');
    const late = { recordId: 'record_training', join: true, requestId: newRequest() };
    expect(await cloud.callAs('o_courier', 'site.joinRecord', late)).toMatchObject({
      ok: false,
      code: 'RECORD_BEGUN',
    });
  });

  it('several who join at once all stand in it', async () => {
    const people = ['o_courier', 'o_neighbour', 'o_resident', 'o_member', 'o_young', 'o_head', 'o_lane', 'o_worker'];
    const replies = await Promise.all(
      people.map((openid) =>
        cloud.callAs(openid, 'site.joinRecord', { recordId: 'record_training', join: true, requestId: newRequest() }),
      ),
    );
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    expect(cloud.storedOne<SiteRecord>('siteRecords', 'record_training').joined).toHaveLength(people.length);
  });

  it('one that is full says so, and whoever comes stays in it', async () => {
    const { database } = await cloud.services();
    const { joined } = cloud.storedOne<SiteRecord>('siteRecords', 'record_training');
    const others = Array.from({ length: 60 - joined.length }, (_, index) => ({
      personId: `p${index}`,
      name: '来的人',
    }));
    const full = [...joined, ...others];
    await database.updateWhere(siteRecords, { _id: 'record_training' }, { set: { joined: full } });
    const come = (openid: string) =>
      cloud.callAs(openid, 'site.joinRecord', { recordId: 'record_training', join: true, requestId: newRequest() });
    expect(await come('o_leader')).toMatchObject({ ok: false, code: 'RECORD_FULL', field: 'recordId' });
    expect(await come('o_worker')).toMatchObject({ ok: true, data: { joined: 60 } });
    await database.updateWhere(siteRecords, { _id: 'record_training' }, { set: { joined } });
  });

  it('care names whoever got it once they agree, and forgets them when they decline', async () => {
    const seen = async (openid: string) =>
      (await cloud.getAs(openid, 'site.listRecords', { siteId })).records.find(
        ({ recordId }) => recordId === 'record_care',
      )!;
    expect(await seen('o_instructor')).toMatchObject({ consent: 'asked' });
    expect(await seen('o_instructor')).not.toHaveProperty('recipientName');
    expect(await seen('o_neighbour')).not.toHaveProperty('consent');
    const answer = (openid: string, agree: boolean) =>
      cloud.callAs(openid, 'site.answerCare', { recordId: 'record_care', agree, requestId: newRequest() });
    expect(await answer('o_neighbour', true)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await answer('o_courier', true)).toMatchObject({ ok: true, data: { consent: 'agreed' } });
    expect(await seen('o_instructor')).toMatchObject({ consent: 'agreed', recipientName: '薛飞' });
    expect(await answer('o_courier', false)).toMatchObject({ ok: true });
    expect(cloud.storedOne<SiteRecord>('siteRecords', 'record_care').recipient).toEqual({ consent: 'declined' });
    expect(await seen('o_instructor')).not.toHaveProperty('recipientName');
  });

  it('care is for somebody who is registered at that site', async () => {
    const input = { kind: 'care', recipientId: 'p_resident' };
    expect(await add('o_instructor', input)).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'recipientId' });
    expect(await add('o_instructor', { kind: 'care' })).toMatchObject({ ok: false, field: 'recipientId' });
  });
});

describe('site.getCircle', () => {
  it('S5-06 says how far each site is from an open station, what closes, where one more helps', async () => {
    const circle = await cloud.getAs('o_secretary', 'site.getCircle', { mode: 'walk', at: 'night' });
    expect(circle.sites.map(({ name, day, night }) => [name, day, night])).toEqual([
      ['建设路快递站点', { stationName: '迎新街驿站', minutes: 3 }, undefined],
      ['迎新街快递站点', { stationName: '迎新街驿站', minutes: 3 }, undefined],
    ]);
    expect(circle).toMatchObject({ reached: 0, closedAtNight: ['迎新街驿站'] });
    expect(circle.gap?.siteNames).toHaveLength(2);
    const byDay = await cloud.getAs('o_secretary', 'site.getCircle', { mode: 'walk', at: 'day' });
    expect(byDay).toMatchObject({ reached: 2 });
    expect(byDay).not.toHaveProperty('gap');
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, refusals: [] });
  });

  it('S5-06 looks at every site and station, also where there are more than a query answers', async () => {
    const at = (index: number) => pointOf({ longitude: 112.3 + (index % 15) / 50, latitude: 37.7 + index / 500 });
    const named = (kind: string, index: number) => `${kind}${String(index).padStart(3, '0')}`;
    const manySites = Array.from({ length: 150 }, (_, index): Site => {
      const _id = named('site', index);
      return { ...sites[0]!, _id, name: _id, gcj02: at(index), listKey: `qinghe/${_id}/${_id}` };
    });
    const manyStations = Array.from({ length: 120 }, (_, index): Station => {
      const _id = named('station', index);
      const one = { ...stations[0]!, _id, name: _id, road: '远路', gcj02: at(index + 20) };
      return { ...one, listKey: stationListKey(one) };
    });
    cloud.database.load('sites', manySites);
    cloud.database.load('stations', manyStations);
    const circle = await cloud.getAs('o_secretary', 'site.getCircle', { mode: 'ebike', at: 'day' });
    const call = await cloud.lastCall();
    expect(call).toMatchObject({ reads: 3, refusals: [] });
    expect(call.bytes).toBeLessThan(64 * 1024);
    const open = [...stations.slice(0, 1), ...manyStations].map(({ name, gcj02 }) => ({ name, gcj02: gcj02Of(gcj02) }));
    const qinghe = [...sites.filter(({ communityId }) => communityId === 'qinghe'), ...manySites];
    const missed = qinghe.filter(({ gcj02 }) =>
      open.every((one) => travelMinutes(gcj02Of(gcj02), one.gcj02, 'ebike') > 15),
    );
    expect(missed.length).toBeGreaterThan(10);
    expect(circle).toMatchObject({ total: 152, reached: 152 - missed.length });
    expect(circle.sites).toHaveLength(99);
    expect(
      circle.sites
        .slice(0, missed.length)
        .map(({ siteId }) => siteId)
        .sort(),
    ).toEqual(missed.map(({ _id }) => _id).sort());
    await cloud.control('/local/reset', {});
  });
});

it('what an instructor opens first is their organisation and its record', async () => {
  const { body } = await cloud.getAs('o_instructor', 'home.get', {});
  expect(body).toMatchObject({ for: 'instructor', orgName: '快递行业党支部' });
  expect(await cloud.lastCall()).toMatchObject({ reads: 3, refusals: [] });
});
