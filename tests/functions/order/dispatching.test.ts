import { startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

describe('dispatching', () => {
  test('to somebody without a login, of another community, or the requester is refused with the field', async () => {
    const order = await steps.create();
    const to = (memberIds: string[]) => steps.tried('o_worker', 'order.dispatch', order, { memberIds });
    expect(await to(['p_member', 'p_imported'])).toMatchObject({
      ok: false,
      code: 'MEMBER_UNREACHABLE',
      field: 'memberIds.1',
    });
    expect(await to(['p_strangerWorker'])).toMatchObject({
      ok: false,
      code: 'MEMBER_UNREACHABLE',
      field: 'memberIds.0',
    });
    expect(await to(['p_courier'])).toMatchObject({ ok: false, code: 'MEMBER_UNREACHABLE', field: 'memberIds.0' });
    expect(await to([])).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'memberIds' });
    expect(await to(['p_member', 'p_member'])).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'memberIds' });
    const own = await steps.create('o_member');
    expect(await steps.tried('o_worker2', 'order.dispatch', own, { memberIds: ['p_member'] })).toMatchObject({
      ok: false,
      code: 'OWN_ORDER',
      field: 'memberIds.0',
    });
    expect(steps.stored(order)).toMatchObject({ status: 'submitted', version: 1 });
  });

  test("another grid's worker, a resident and a member do not dispatch", async () => {
    const order = await steps.create();
    const code = async (openid: string) => {
      const reply = await steps.tried(openid, 'order.dispatch', order, { memberIds: ['p_member'] });
      return reply.ok ? 'done' : reply.code;
    };
    expect([await code('o_resident'), await code('o_member'), await code('o_worker2')]).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'NOT_FOUND',
    ]);
    expect(
      await steps.tried('o_strangerSecretary', 'order.dispatch', order, { memberIds: ['p_strangerWorker'] }),
    ).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'orderId' });
  });

  test('S2-09 a team is asked through its captain, who names who goes', async () => {
    const offered = await steps.dispatch(await steps.create(), ['p_captain']);
    expect(await cloud.getAs('o_captain', 'order.get', { orderId: offered.orderId })).toMatchObject({
      team: '维修小分队',
      actions: ['accept', 'decline'],
    });
    const team = await cloud.getAs('o_captain', 'order.suggest', { orderId: offered.orderId });
    expect(team.suggestions.map(({ name }) => name).sort()).toEqual(['张海涛', '武建平']);
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, refusals: [] });
    expect(await cloud.callAs('o_member', 'order.suggest', { orderId: offered.orderId })).toMatchObject({
      ok: false,
      code: 'FORBIDDEN',
    });
    expect(await steps.tried('o_captain', 'order.accept', offered, { memberId: 'p_leader' })).toMatchObject({
      ok: false,
      code: 'FORBIDDEN',
      field: 'memberId',
    });
    expect(await steps.tried('o_captain', 'order.accept', offered, { memberId: 'p_imported' })).toMatchObject({
      ok: false,
      code: 'MEMBER_UNREACHABLE',
      field: 'memberId',
    });
    const accepted = await steps.move('o_captain', 'order.accept', offered, { memberId: 'p_member2' });
    expect(accepted).toMatchObject({ status: 'accepted', version: 3 });
    expect(accepted.team).toBeUndefined();
    expect(await cloud.callAs('o_captain', 'order.suggest', { orderId: offered.orderId })).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
    });
    expect(steps.stored(offered).assignee).toMatchObject({ personId: 'p_member2', name: '武建平' });
    expect(await steps.messageKinds('o_member2', offered.orderId)).toEqual(['offered']);
    expect(await steps.complete(accepted, 'o_member2')).toMatchObject({ status: 'completed' });
  });

  test('after two returns only the secretary dispatches, and is told', async () => {
    let order = await steps.create();
    order = await steps.move('o_member', 'order.decline', await steps.dispatch(order, ['p_member']), {
      reason: 'no-time',
    });
    order = await steps.move('o_member', 'order.decline', await steps.dispatch(order, ['p_member']), {
      reason: 'no-time',
    });
    expect(steps.stored(order)).toMatchObject({ status: 'submitted', returns: 2, ruling: true });
    expect(await steps.messageKinds('o_secretary', order.orderId)).toEqual(['ruling']);
    const shown = await cloud.getAs('o_worker', 'order.get', { orderId: order.orderId });
    expect(shown.actions).not.toContain('dispatch');
    expect(await steps.tried('o_worker', 'order.dispatch', shown, { memberIds: ['p_member2'] })).toMatchObject({
      ok: false,
      code: 'RULING_NEEDED',
    });
    expect(
      (await cloud.getAs('o_secretary', 'order.getDesk', { list: 'returned' })).orders.map(({ orderId }) => orderId),
    ).toContain(order.orderId);
    expect(await steps.move('o_secretary', 'order.dispatch', shown, { memberIds: ['p_member2'] })).toMatchObject({
      status: 'dispatched',
    });
  });
});

test('S1-17 租户下单、楼院长接单、网格员代办, and nobody earns service points by post', async () => {
  const order = await steps.create('o_neighbour', { category: 'schooling', words: '孩子要上小学，不知道准备什么' });
  expect((await cloud.getAs('o_head', 'order.get', { orderId: order.orderId })).actions).toContain('accept');
  const vouched = await steps.accept(order, 'o_head');
  expect(vouched).toMatchObject({ status: 'dispatched' });
  expect(await steps.messageKinds('o_neighbour', order.orderId)).toEqual(['accepted']);
  expect(await steps.messageKinds('o_worker', order.orderId)).toEqual(['offered']);
  const closed = await steps.confirm(
    await steps.complete(await steps.accept(vouched, 'o_worker'), 'o_worker'),
    'o_neighbour',
  );
  expect(closed).toMatchObject({ status: 'closed', outcome: 'solved' });
  expect(closed.award).toBeUndefined();
  expect(closed.trail.map(({ action, hat }) => `${action} ${hat}`)).toEqual([
    'create resident',
    'accept courtyardHead',
    'accept gridWorker',
    'complete gridWorker',
    'confirm resident',
  ]);
});
