import type { AuditLine } from '../../../cloudfunctions/core/person/audit';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { defaultDailyLimits } from '../../../cloudfunctions/core/order/limits/policy';
import type { Input } from '../../../miniprogram/contracts/api';
import { refusalOf } from '../../../miniprogram/text/errors';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { asked, ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const token = 'Card7Courtyard1East';
const midnight = '2026-11-23T16:00:00.000Z';
const tooMany = { ok: false, code: 'TOO_MANY', retryAt: midnight };
const newcomer = async (openid: string, phone: string) =>
  cloud.getAs(openid, 'person.register', { token, name: '新来的', phone, requestId: newRequest() });
const order = (openid: string, more: Partial<Input<'order.create'>> = {}) =>
  cloud.callAs(openid, 'order.create', { ...asked, fileIds: [], requestId: newRequest(), ...more });
const ordersBy = (openid: string) =>
  cloud.stored<Order>('orders').filter((one) => one.requester?.openid === openid && !one._id.startsWith('requests:'));
/** Many calls, so many at the same moment. @returns the refusals, and how many were answered */
async function flood<T extends { ok: boolean }>(times: number, atOnce: number, call: (index: number) => Promise<T>) {
  const replies: T[] = [];
  for (let from = 0; from < times; from += atOnce) {
    const part = Array.from({ length: Math.min(atOnce, times - from) }, (_, index) => call(from + index));
    replies.push(...(await Promise.all(part)));
  }
  return { taken: replies.filter(({ ok }) => ok).length, refused: replies.filter(({ ok }) => !ok) };
}

describe('orders of a day', () => {
  test('260 in a row of one newcomer, some at one instant: five are taken, the next day gives room again', async () => {
    await newcomer('o_flood', '16400001001');
    const { taken, refused } = await flood(260, 10, () => order('o_flood'));
    expect([taken, ordersBy('o_flood')]).toEqual([defaultDailyLimits.newcomerOrders, expect.any(Array)]);
    expect(ordersBy('o_flood')).toHaveLength(defaultDailyLimits.newcomerOrders);
    for (const reply of refused) expect(reply).toMatchObject(tooMany);
    expect(refusalOf(refused[0] as never)).toBe('次数满了，11 月 24 日 0:00 以后再来。');
    expect(await cloud.lastCall()).toMatchObject({ refusals: [] });
    expect(await order('o_resident')).toMatchObject({ ok: true });
    await cloud.setClock('2026-11-24T00:00:01+08:00');
    expect(await order('o_flood')).toMatchObject({ ok: true });
    await cloud.setClock('2026-11-24T10:00:00+08:00');
  });

  test('a repeat takes no second place, and is answered when the day is full', async () => {
    await newcomer('o_repeats', '16400001002');
    const requestId = newRequest();
    const first = await cloud.getAs('o_repeats', 'order.create', { ...asked, fileIds: [], requestId });
    await flood(10, 5, () => order('o_repeats', { requestId }));
    await flood(6, 1, () => order('o_repeats'));
    expect(ordersBy('o_repeats')).toHaveLength(defaultDailyLimits.newcomerOrders);
    expect(await order('o_repeats', { requestId })).toMatchObject({ ok: true, data: { orderId: first.orderId } });
  });

  test('110 invented emergencies of six newcomers at one card: ten are taken, a resident is not held up', async () => {
    await cloud.setClock('2026-11-26T10:00:00+08:00');
    const openids = Array.from({ length: 6 }, (_, index) => `o_alarm${index}`);
    for (const [index, openid] of openids.entries()) await newcomer(openid, `1640000${2000 + index}`);
    const alarm = (index: number) =>
      order(openids[index % openids.length] ?? '', {
        category: 'emergency',
        ...(index % 2 === 0 ? { token } : {}),
        ...(index % 5 === 1 ? { placeId: 'qinghe_g2_c1' } : {}),
      });
    const { taken, refused } = await flood(110, 10, alarm);
    expect(taken).toBe(defaultDailyLimits.cardEmergencies);
    expect(refused[0]).toMatchObject({ code: 'TOO_MANY', field: 'category', retryAt: '2026-11-26T16:00:00.000Z' });
    const real = await flood(4, 1, () => order('o_neighbour', { category: 'emergency' }));
    expect([real.taken, real.refused]).toMatchObject([defaultDailyLimits.emergencies, [{ field: 'category' }]]);
    expect(await order('o_neighbour')).toMatchObject({ ok: true });
    expect(await order('o_resident', { category: 'emergency', token })).toMatchObject({ ok: true });
  });

  test('so many calls a day are written down by one worker as the policy says, and not one more', async () => {
    await cloud.setClock('2026-11-27T10:00:00+08:00');
    const call = { category: 'repair', words: '灯不亮了', when: 'any', name: '王奶奶', phone: '16400000777' } as const;
    const intake = (openid: string, placeId: string) =>
      cloud.callAs(openid, 'order.intake', { ...call, placeId, anyway: true, requestId: newRequest() });
    await cloud.change('communities', 'qinghe', { 'policy.order.limits': { ...defaultDailyLimits, intakeOrders: 6 } });
    const { taken, refused } = await flood(10, 5, () => intake('o_worker', 'qinghe_g1_c1'));
    expect([taken, refused.length]).toEqual([6, 4]);
    expect(refused[0]).toMatchObject({ code: 'TOO_MANY', retryAt: '2026-11-27T16:00:00.000Z' });
    expect(await intake('o_worker2', 'qinghe_g2_c1')).toMatchObject({ ok: true });
    await cloud.change('communities', 'qinghe', { 'policy.order.limits': defaultDailyLimits });
  });

  test('a first order costs nothing more, one that met a taken place two reads and a write', async () => {
    await cloud.setClock('2026-11-28T10:00:00+08:00');
    await newcomer('o_counts', '16400001003');
    await cloud.change('communities', 'qinghe', {
      'policy.order.limits': { ...defaultDailyLimits, newcomerOrders: 1 },
    });
    expect(await order('o_counts')).toMatchObject({ ok: true });
    const { reads, writes } = await cloud.lastCall();
    expect(await order('o_counts')).toMatchObject({ ok: false, code: 'TOO_MANY' });
    const refused = await cloud.lastCall();
    expect([refused.reads - reads, refused.writes - writes]).toEqual([2, -1]);
    await cloud.change('communities', 'qinghe', { 'policy.order.limits': defaultDailyLimits });
  });
});

describe('looks at numbers', () => {
  const reveal = (openid: string, orderId: string, requestId = newRequest()) =>
    cloud.callAs(openid, 'order.revealPhone', { orderId, party: 'requester', requestId });
  const looks = (openid: string) =>
    cloud.stored<AuditLine>('audit').filter(({ by }) => by.personId === openid.replace('o_', 'p_')).length;

  test('60 in a row, 28 of closed orders: 40 a day, each with its line', async () => {
    await cloud.setClock('2026-11-28T10:00:00+08:00');
    const open = await steps.create();
    const closed = await steps.create();
    await steps.move('o_resident', 'order.cancel', closed, { reason: 'other' });
    const { taken, refused } = await flood(60, 6, (index) =>
      reveal('o_worker', index < 28 ? closed.orderId : open.orderId),
    );
    expect([taken, looks('o_worker')]).toEqual([defaultDailyLimits.reveals, defaultDailyLimits.reveals]);
    expect(refused).toHaveLength(20);
    for (const reply of refused) expect(reply).toMatchObject({ code: 'TOO_MANY', retryAt: '2026-11-28T16:00:00.000Z' });
    expect(await reveal('o_leader', open.orderId)).toMatchObject({ ok: true });
  });

  test('one repeated call is one look, and an hour later no answer any more', async () => {
    await cloud.setClock('2026-11-29T10:00:00+08:00');
    const { orderId } = await steps.create();
    const requestId = newRequest();
    const before = looks('o_secretary');
    const { taken } = await flood(6, 3, () => reveal('o_secretary', orderId, requestId));
    expect([taken, looks('o_secretary')]).toEqual([6, before + 1]);
    await cloud.setClock('2026-11-29T10:59:00+08:00');
    expect(await reveal('o_secretary', orderId, requestId)).toMatchObject({ ok: true });
    await cloud.setClock('2026-11-29T11:05:00+08:00');
    expect(await reveal('o_secretary', orderId, requestId)).toMatchObject({ ok: false, code: 'REQUEST_REUSED' });
    expect(looks('o_secretary')).toBe(before + 1);
  });

  test('a closed order gives the number as long as the policy says', async () => {
    const order = await steps.create();
    await steps.move('o_resident', 'order.cancel', order, { reason: 'other' });
    await cloud.setClock('2026-12-29T11:00:00+08:00');
    expect(await reveal('o_leader', order.orderId)).toMatchObject({ ok: true });
    await cloud.setClock('2026-12-29T11:10:00+08:00');
    const late = await reveal('o_leader', order.orderId);
    expect(late).toMatchObject({ ok: false, code: 'REVEAL_TOO_LATE', field: 'orderId' });
    await cloud.change('communities', 'qinghe', { 'policy.order.limits': { ...defaultDailyLimits, revealDays: 60 } });
    expect(await reveal('o_leader', order.orderId)).toMatchObject({ ok: true });
  });
});
