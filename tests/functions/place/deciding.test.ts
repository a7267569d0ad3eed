/** What a community decides itself: its policy, its teams. */
import type { PolicyAuditLine } from '../../../cloudfunctions/core/policy/policy-audit';
import type { PolicyVersion } from '../../../cloudfunctions/core/policy/version';
import type { Community } from '../../../cloudfunctions/core/place/community';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from '../order/order-steps';

jest.setTimeout(60_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  steps = ordersOf(cloud);
});
afterAll(() => cloud.close());

describe('the policy', () => {
  const change = (openid: string, policy: object, requestId = newRequest()) =>
    cloud.callAs(openid, 'policy.change', { policy, reason: '居民说太短', requestId });
  const policyOf = () => cloud.storedOne<Community>('communities', 'qinghe').policy;
  const versions = () => cloud.stored<PolicyVersion>('policies').sort((one, other) => one.version - other.version);
  const lines = () => cloud.stored<PolicyAuditLine>('audit').filter(({ kind }) => kind === 'policy');

  test('is changed by the secretary, holds for new orders, and says who changed what, when and why', async () => {
    const before = policyOf();
    const old = await steps.create();
    const requestId = newRequest();
    const changed = await change('o_secretary', { order: { silenceDays: 10, limits: { reveals: 50 } } }, requestId);
    expect(await cloud.lastCall()).toMatchObject({ reads: 5, writes: 7, refusals: [] });
    expect(await change('o_secretary', { order: { silenceDays: 10, limits: { reveals: 50 } } }, requestId)).toEqual(
      changed,
    );
    expect(policyOf().order).toMatchObject({ silenceDays: 10, limits: { reveals: 50 } });
    expect(versions()).toMatchObject([
      { version: 1, by: null, policy: before },
      { version: 2, by: { personId: 'p_secretary' }, reason: '居民说太短', policy: policyOf() },
    ]);
    expect(lines()).toHaveLength(2);
    expect(lines().find(({ setting }) => setting === 'order.silenceDays')).toMatchObject({
      from: 7,
      to: 10,
      version: 2,
      by: { personId: 'p_secretary', hat: 'secretary' },
      reason: '居民说太短',
    });
    expect([old, await steps.create()].map((order) => steps.stored(order).terms.silenceDays)).toEqual([7, 10]);
    const read = await cloud.getAs('o_inspector', 'policy.get', {});
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0, refusals: [] });
    expect(read).toMatchObject({ mine: false, changes: [{ to: expect.any(Number) }, { name: '秦书记' }] });
    expect(read.settings.find(({ setting }) => setting === 'order.silenceDays')).toEqual({
      setting: 'order.silenceDays',
      value: 10,
      standard: 7,
      range: { min: 1, max: 60, isWhole: true },
    });
  });

  test('that cannot be is refused by its field, and nothing is written', async () => {
    const before = policyOf();
    for (const [wanted, field] of [
      [{ order: { silenceDays: 61 } }, 'policy.order.silenceDays'],
      [{ order: { nothing: 1 } }, 'policy.order.nothing'],
    ] as const)
      expect(await change('o_secretary', wanted)).toMatchObject({ ok: false, code: 'INVALID_INPUT', field });
    for (const openid of ['o_committee', 'o_inspector', 'o_worker', 'o_resident'])
      expect(await change(openid, { order: { silenceDays: 9 } })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect([policyOf(), versions().length, lines().length]).toEqual([before, 2, 2]);
  });

  test('two changes of one moment both hold, or one is told to come again', async () => {
    const replies = await Promise.all([
      change('o_secretary', { order: { returnsBeforeRuling: 3 } }),
      change('o_secretary', { passbook: { contestDays: 40 } }),
    ]);
    const refused = replies.filter(({ ok }) => !ok);
    for (const reply of refused) expect(reply).toMatchObject({ code: 'BUSY' });
    expect(versions().map(({ version }) => version)).toEqual(versions().map((_, index) => index + 1));
    expect(versions()).toHaveLength(4 - refused.length);
    expect(versions().at(-1)?.policy).toEqual(policyOf());
  });

  test('a hat that needs no second factor any more is worn after the next run', async () => {
    await change('o_secretary', { access: { guardedHats: [] } });
    expect(cloud.stored<{ _id: string }>('sourceChanges').map(({ _id }) => _id)).toContain('community:qinghe');
  });
});
