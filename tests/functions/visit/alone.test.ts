import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { VisitPlan } from '../../../cloudfunctions/core/visit/plan';
import type { Input } from '../../../miniprogram/contracts/api';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from '../order/order-steps';

jest.setTimeout(60_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await cloud.control('/local/reset', {});
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});

/** 郭大勇, a tenant, lives there. */
const placeId = 'qinghe_g1_h2';
const personId = 'p_neighbour';
const record = (openid: string, said: Partial<Input<'visit.recordAlone'>> = {}) =>
  cloud.callAs(openid, 'visit.recordAlone', { placeId, personId, alone: true, requestId: newRequest(), ...said });
const person = () => cloud.storedOne<Person>('people', personId);
const plan = () => cloud.storedOne<VisitPlan>('visitPlans', placeId);
const runJobs = () => cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
const session = () => cloud.getAs('o_neighbour', 'person.getSession', {});

describe('S4-03 spoken consent', () => {
  it('is written down by whoever of the grid heard it, and read by the person, who takes it back', async () => {
    const requestId = newRequest();
    const said = await record('o_worker', { requestId });
    // One write more than its next one: the first of 赵慧敏 beside orders.
    expect(await cloud.lastCall()).toMatchObject({ reads: 5, writes: 5, refusals: [] });
    expect(said).toMatchObject({
      ok: true,
      data: { alone: true, residents: [{ personId, alone: true, heard: { byName: '赵慧敏' } }] },
    });
    expect(await record('o_worker', { requestId })).toEqual(said);
    const heard = { personId: 'p_worker', name: '赵慧敏', hat: 'gridWorker' };
    expect(person()).toMatchObject({ alone: true, aloneHeard: heard });
    expect(person().acts?.map(({ action }) => action)).toEqual(['visit.recordAlone']);
    const written = plan();
    await runJobs();
    // What the job makes of its sources is what stands there since the tap.
    expect(plan()).toEqual(written);
    expect(written.listKey.startsWith('0:')).toBe(true);
    expect(await session()).toMatchObject({ alone: true, aloneHeard: { byName: '赵慧敏' } });

    const own = await cloud.getAs('o_neighbour', 'person.setAlone', { alone: false, requestId: newRequest() });
    expect(own).toMatchObject({ alone: false });
    expect(own).not.toHaveProperty('aloneHeard');
    expect(person()).not.toHaveProperty('aloneHeard');
    await runJobs();
    expect(plan()).toMatchObject({ alone: false, residents: [{ personId, alone: false }] });
    expect(plan().residents[0]).not.toHaveProperty('heard');
  });

  it('is withdrawn in the same way, once however often two say so at once', async () => {
    await record('o_worker');
    const replies = await Promise.all(['o_worker', 'o_leader', 'o_worker'].map((one) => record(one, { alone: false })));
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(person()).toMatchObject({ alone: false, aloneHeard: { hat: expect.stringMatching(/^grid/) } });
    expect(person().acts).toHaveLength(2);
  });

  it('is for people of the own grid alone, and for who lives there', async () => {
    for (const openid of ['o_lane', 'o_head', 'o_secretary', 'o_neighbour'])
      expect(await record(openid)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await record('o_worker2')).toMatchObject({ code: 'NOT_FOUND', field: 'placeId' });
    expect(await record('o_worker', { personId: 'p_resident' })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'personId',
    });
    expect(person().alone).toBeUndefined();
    const seen = async (openid: string) =>
      (await cloud.getAs(openid, 'visit.getHousehold', { placeId })).mayRecordAlone;
    expect([await seen('o_worker'), await seen('o_lane')]).toEqual([true, false]);
  });

  it('reaches open orders when it is given and when it is withdrawn; closed ones keep what was so then', async () => {
    const steps = ordersOf(cloud);
    const [open, closed] = [
      await steps.create('o_neighbour'),
      await steps.create('o_neighbour', { words: '楼门坏了' }),
    ];
    await steps.move('o_neighbour', 'order.cancel', closed, { reason: 'other' });
    const stored = (orderId: string) => cloud.storedOne<Order>('orders', orderId);
    const before = stored(open.orderId);
    expect(before).toMatchObject({ requester: { kind: 'tenant' } });
    expect(before.rankKey).toMatch(/^2:[\d-]+:1:/);
    await record('o_worker');
    await runJobs();
    const after = stored(open.orderId);
    expect(after).toMatchObject({ requester: { kind: 'alone' }, version: before.version });
    expect(after.rankKey).toBe(before.rankKey.replace(/:1:/, ':0:'));
    const { orders } = await cloud.getAs('o_worker', 'order.listQueue', { filter: 'waiting' });
    expect(orders.find(({ orderId }) => orderId === open.orderId)).toMatchObject({ requesterKind: 'alone' });
    expect(stored(closed.orderId)).toMatchObject({ requester: { kind: 'tenant' } });
    await cloud.getAs('o_neighbour', 'person.setAlone', { alone: false, requestId: newRequest() });
    await runJobs();
    expect(stored(open.orderId)).toMatchObject({ requester: { kind: 'tenant' }, rankKey: before.rankKey });
  });
});
