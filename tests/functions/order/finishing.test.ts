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

describe('finishing', () => {
  test('five wrong codes, also at once, end the code; other evidence still counts', async () => {
    const accepted = await steps.accept(await steps.dispatch(await steps.create()));
    const { finishCode } = await cloud.getAs('o_resident', 'order.get', { orderId: accepted.orderId });
    const wrong = finishCode === '0000' ? '0001' : '0000';
    const guess = (code: string) =>
      steps.tried('o_member', 'order.complete', accepted, { evidence: { kind: 'code', code } });
    for (const reply of await Promise.all(Array.from({ length: 5 }, () => guess(wrong))))
      expect(reply).toMatchObject({ ok: false, code: 'WRONG_CODE' });
    expect(steps.stored(accepted)).toMatchObject({ finishAttempts: 5, version: accepted.version });
    expect(await guess(finishCode!)).toMatchObject({ ok: false, code: 'EVIDENCE_NEEDED', field: 'evidence.code' });
    expect(await steps.complete(accepted)).toMatchObject({ status: 'completed' });
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
