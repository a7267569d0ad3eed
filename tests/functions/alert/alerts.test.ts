import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Alert } from '../../../cloudfunctions/core/alert/alert';
import { alertsADay } from '../../../miniprogram/contracts/alert';
import type { Input } from '../../../miniprogram/contracts/api';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
});
afterAll(() => cloud.close());

/** So many minutes pass, the last ten of them with the timer. */
async function pass(minutes: number): Promise<void> {
  if (minutes > 10) await cloud.control('/local/clock', { advanceMs: (minutes - 10) * 60_000, timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: Math.min(minutes, 10) * 60_000 });
}

const token = 'Card7Courtyard1East';
const raise = (openid: string, said: Partial<Input<'alert.raise'>> = {}) =>
  cloud.callAs(openid, 'alert.raise', { need: 'urgent', requestId: newRequest(), ...said });
const settle = (openid: string, alertId: string, requestId = newRequest()) =>
  cloud.callAs(openid, 'alert.settle', { alertId, outcome: 'reached', requestId });
const open = async (openid: string) => (await cloud.getAs(openid, 'alert.list', { state: 'open' })).alerts;
const looks = async (openid: string) => (await cloud.getAs(openid, 'person.listReveals', {})).reveals;
const inbox = (openid: string) =>
  cloud.storedOne<LoginWithInbox>('logins', openid).inbox.filter(({ kind }) => kind.startsWith('alert'));
const pushesTo = async (openid: string) =>
  ((await cloud.control('/local/subscribe-messages')) as { touser: string }[]).filter(
    (message) => message.touser === openid && JSON.stringify(message).includes('急着找您'),
  );
async function raised(openid: string, said: Partial<Input<'alert.raise'>> = {}): Promise<string> {
  const reply = await raise(openid, said);
  if (!reply.ok) throw new Error(`${reply.code} ${reply.field ?? ''}`);
  return reply.data.alertId;
}

describe('S4-04 what cannot wait for an order', () => {
  it('tells the grid worker at once, in the inbox and on the phone, and stands on their first screen', async () => {
    await cloud.setClock('2026-11-23T10:00:00+08:00');
    await pass(10);
    await cloud.control('/local/subscribe', { openid: 'o_worker', templateIds: ['offer-news'] });
    await cloud.getAs('o_worker', 'message.grant', { accepted: ['offer-news'], requestId: newRequest() });
    const requestId = newRequest();
    const first = await raise('o_resident', { requestId });
    expect(first).toMatchObject({ ok: true, data: { toldName: '赵慧敏', again: false } });
    expect(await raise('o_resident', { requestId })).toEqual(first);
    expect(await raise('o_resident', { requestId, need: 'illness' })).toMatchObject({ code: 'REQUEST_REUSED' });
    expect(inbox('o_worker')).toMatchObject([{ kind: 'alert-urgent', title: '石榴巷 7 号院 东屋', name: '李秀兰' }]);
    const [push, ...more] = await pushesTo('o_worker');
    expect(more).toEqual([]);
    // Neither who, nor where, nor what is wrong lies on a locked screen.
    expect(JSON.stringify(push)).not.toMatch(/李秀兰|石榴巷|不舒服/);
    const { body } = await cloud.getAs('o_worker', 'home.get', {});
    expect(body).toMatchObject({ for: 'grid', alerts: [{ name: '李秀兰', phone: '16400000001', need: 'urgent' }] });
    expect((await cloud.lastCall()).reads).toBeLessThanOrEqual(3);
    expect((await cloud.getAs('o_worker2', 'home.get', {})).body).toMatchObject({ alerts: [] });
  });

  it('is the same again within minutes, and ends once', async () => {
    const alertId = cloud.stored<Alert>('alerts')[0]?._id ?? '';
    expect(await raise('o_resident')).toMatchObject({ ok: true, data: { alertId, again: true } });
    expect(inbox('o_worker')).toHaveLength(1);
    expect(await settle('o_worker2', alertId)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await settle('o_resident', alertId)).toMatchObject({ code: 'FORBIDDEN' });
    const requestId = newRequest();
    const settled = await settle('o_worker', alertId, requestId);
    expect(settled).toMatchObject({ ok: true, data: { state: 'settled', settledBy: '赵慧敏', outcome: 'reached' } });
    expect(await settle('o_worker', alertId, requestId)).toEqual(settled);
    expect(await settle('o_leader', alertId)).toMatchObject({ code: 'ALREADY_SETTLED' });
    expect(await open('o_worker')).toEqual([]);
    expect((await cloud.getAs('o_worker', 'alert.list', { state: 'settled' })).alerts).toHaveLength(1);
    // Whoever calls again after that is told of anew.
    expect(await raise('o_resident')).toMatchObject({ ok: true, data: { again: false } });
    expect(inbox('o_worker')).toHaveLength(2);
  });

  it('goes on to the grid leader and the secretary, each of whom then knows who asked', async () => {
    const [before] = await open('o_leader');
    expect(before).toMatchObject({ toldNames: ['赵慧敏'] });
    expect([before?.name, before?.phone]).toEqual([undefined, undefined]);
    await pass(21);
    expect((await open('o_leader'))[0]).toMatchObject({ name: '李秀兰', phone: '16400000001' });
    expect(inbox('o_leader')).toHaveLength(1);
    expect((await looks('o_resident')).map(({ byName, hat }) => [byName, hat])).toEqual([
      ['郝文斌', 'gridLeader'],
      ['赵慧敏', 'gridWorker'],
      ['赵慧敏', 'gridWorker'],
    ]);
    expect((await open('o_secretary'))[0]?.name).toBeUndefined();
    await pass(21);
    expect((await open('o_secretary'))[0]).toMatchObject({ name: '李秀兰' });
    await pass(60);
    expect([inbox('o_worker'), inbox('o_leader'), inbox('o_secretary')].map(({ length }) => length)).toEqual([2, 1, 1]);
  });

  it('takes a card alone for it, says where, and knows nobody', async () => {
    expect(await raise('o_nobody')).toMatchObject({ code: 'INVALID_INPUT', field: 'token' });
    expect(await raise('o_nobody', { token: 'NoCardHasThis1' })).toMatchObject({ code: 'NOT_FOUND', field: 'token' });
    const alertId = await raised('o_nobody', { token, need: 'illness' });
    const alert = (await open('o_worker')).find((one) => one.alertId === alertId);
    expect(alert).toMatchObject({ need: 'illness', placeLabel: '石榴巷 7 号院 东屋' });
    expect([alert?.name, alert?.phone]).toEqual([undefined, undefined]);
  });

  it('goes to a place that somebody chose, whoever looks after it, within their own community', async () => {
    const alertId = await raised('o_resident', { placeId: 'qinghe_g2_c1', token });
    const at = async (openid: string) => (await open(openid)).map((one) => one.alertId);
    expect(await at('o_worker2')).toContain(alertId);
    expect(await at('o_worker')).not.toContain(alertId);
    expect(cloud.storedOne<Alert>('alerts', alertId)).toMatchObject({ place: { placeId: 'qinghe_g2_c1' } });
    const none = { ok: false, code: 'NOT_FOUND', field: 'placeId' };
    for (const placeId of ['liuyuan_c1', 'no-such-place'])
      expect(await raise('o_resident', { placeId })).toMatchObject(none);
    expect(await raise('o_nobody', { placeId: 'qinghe_g2_c1' })).toMatchObject(none);
  });

  it('is taken so often a day from one phone, each one once however many taps', async () => {
    for (let count = 1; count < alertsADay; count += 1) await settle('o_worker', await raised('o_nobody', { token }));
    expect(await raise('o_nobody', { token })).toMatchObject({ code: 'TOO_MANY', retryAt: '2026-11-23T16:00:00.000Z' });
    const own = () => cloud.stored<Alert>('alerts').filter(({ openid }) => openid === 'o_neighbour');
    await Promise.all(Array.from({ length: 8 }, () => raise('o_neighbour', { need: 'illness' })));
    expect(own()).toHaveLength(1);
    await cloud.setClock('2026-11-24T08:00:00+08:00');
    expect(await raise('o_nobody', { token })).toMatchObject({ ok: true });
  });

  it('forgets after ninety days who it was', async () => {
    await pass(95 * 24 * 60);
    await pass(10);
    const kept = cloud.stored<Alert>('alerts').filter(({ by, openid }) => by !== null || openid !== '');
    expect(kept).toEqual([]);
    expect(cloud.stored<Alert>('alerts').length).toBeGreaterThan(alertsADay);
  });
});
