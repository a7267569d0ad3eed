import { newRequest, startApi, type ApiCloud } from '../../support/api';
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

describe('finishing', () => {
  test('five wrong codes, also at once, end the code; other evidence still counts', async () => {
    const accepted = await steps.accept(await steps.dispatch(await steps.create()));
    const { finishCode } = await cloud.getAs('o_resident', 'order.get', { orderId: accepted.orderId });
    const wrong = finishCode === '0000' ? '0001' : '0000';
    const guess = (code: string) =>
      steps.tried('o_member', 'order.complete', accepted, { evidence: { kind: 'code', code } });
    expect(await guess(wrong)).toMatchObject({ code: 'WRONG_CODE', left: 4 });
    for (const reply of await Promise.all(Array.from({ length: 4 }, () => guess(wrong))))
      expect(reply).toMatchObject({ ok: false, code: 'WRONG_CODE' });
    expect(steps.stored(accepted)).toMatchObject({ finishAttempts: 5, version: accepted.version });
    expect(await guess(finishCode!)).toMatchObject({ ok: false, code: 'CODE_USED_UP', field: 'evidence.code' });
    expect(await steps.complete(accepted)).toMatchObject({ status: 'completed' });
  });

  test('a wrong code counts once when its call comes twice, and each code under one request counts', async () => {
    const accepted = await steps.accept(await steps.dispatch(await steps.create()));
    const { finishCode } = await cloud.getAs('o_resident', 'order.get', { orderId: accepted.orderId });
    const [wrong, other] = ['0000', '0001', '0002'].filter((code) => code !== finishCode) as [string, string];
    const { orderId, version } = accepted;
    const guess = (code: string, requestId: string) =>
      cloud.callAs('o_member', 'order.complete', { orderId, version, requestId, evidence: { kind: 'code', code } });
    const requestId = newRequest();
    await cloud.control('/local/faults', {
      kind: 'duplicate-delivery',
      match: 'function api order.complete',
      together: true,
    });
    expect(await guess(wrong, requestId)).toMatchObject({ code: 'WRONG_CODE', field: 'evidence.code' });
    expect(await guess(wrong, requestId)).toMatchObject({ code: 'WRONG_CODE', field: 'evidence.code' });
    expect(steps.stored(accepted).finishAttempts).toBe(1);
    for (const code of [other, finishCode!])
      expect(await guess(code, requestId)).toMatchObject({ code: 'REQUEST_REUSED', field: 'requestId' });
    expect(steps.stored(accepted)).toMatchObject({ finishAttempts: 1, status: 'accepted' });
    const shared = newRequest();
    await Promise.all([wrong, other].map((code) => guess(code, shared)));
    expect(steps.stored(accepted).finishAttempts).toBeGreaterThanOrEqual(2);
    expect(await guess(finishCode!, newRequest())).toMatchObject({ ok: true, data: { status: 'completed' } });
  });

  test("somebody else's guess is not counted", async () => {
    const accepted = await steps.accept(await steps.dispatch(await steps.create()));
    expect(
      await steps.tried('o_member2', 'order.complete', accepted, { evidence: { kind: 'code', code: '0000' } }),
    ).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(steps.stored(accepted).finishAttempts).toBe(0);
  });

  test('S2-14 nobody but the requester confirms, once', async () => {
    const completed = await steps.complete(await steps.accept(await steps.dispatch(await steps.create())));
    for (const [openid, code] of [
      ['o_member', 'FORBIDDEN'],
      ['o_worker', 'REQUESTER_CONFIRMS'],
      ['o_secretary', 'REQUESTER_CONFIRMS'],
    ] as const) {
      expect(await steps.tried(openid, 'order.confirm', completed, { stars: 5, tags: [] })).toMatchObject({
        ok: false,
        code,
      });
    }
    expect(await steps.tried('o_neighbour', 'order.confirm', completed, { stars: 5, tags: [] })).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
    });
    expect(await steps.tried('o_resident', 'order.confirm', completed, { stars: 6, tags: [] })).toMatchObject({
      ok: false,
      code: 'INVALID_INPUT',
      field: 'stars',
    });
    await steps.confirm(completed);
    expect(await steps.tried('o_resident', 'order.confirm', completed, { stars: 1, tags: [] })).toMatchObject({
      ok: false,
      code: 'STALE_VERSION',
    });
    expect(
      cloud.stored<{ sourceId: string }>('entries').filter(({ sourceId }) => sourceId === completed.orderId),
    ).toHaveLength(1);
  });
});
