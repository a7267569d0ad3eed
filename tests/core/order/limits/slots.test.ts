import { checkPolicy, defaultPolicy } from '../../../../cloudfunctions/core/policy/policy';
import { limitsOfIntake, limitsOfOrder } from '../../../../cloudfunctions/core/order/limits/daily-limit';
import { defaultDailyLimits } from '../../../../cloudfunctions/core/order/limits/policy';
import { findFreeSlots, firstSlots } from '../../../../cloudfunctions/core/order/limits/slots';

const at = new Date('2026-11-23T15:59:59Z');
const staff = limitsOfIntake('p1', defaultDailyLimits, at);

/** As the unique index would: each slot once. @returns how many were taken before the refusal, and its answer */
async function takeAll(limits = staff) {
  const taken = new Set<string>();
  let reads = 0;
  for (let call = 0; ; call += 1) {
    let slots = firstSlots(limits, `request${call}`);
    if (slots.some((slot) => taken.has(slot))) {
      const found = await findFreeSlots(limits, {
        seed: `request${call}:1`,
        at,
        readTaken: async (keys) => {
          reads += 1;
          expect(keys.length).toBeLessThanOrEqual(97);
          return new Set(keys.filter((key) => taken.has(key)));
        },
      });
      if (!found.ok) return { calls: call, reads, found };
      slots = found.data;
    }
    expect(slots.filter((slot) => taken.has(slot))).toEqual([]);
    for (const slot of slots) taken.add(slot);
  }
}

test('every slot of a day is given away once, also of a limit that no single read can see', async () => {
  const { calls, reads, found } = await takeAll();
  expect(calls).toBe(200);
  expect(reads).toBeLessThan(2 * 200);
  expect(found).toEqual({ ok: false, code: 'TOO_MANY', retryAt: '2026-11-23T16:00:00.000Z' });
});

test('a newcomer counts as a person, at the card and with each emergency; others as a person alone', () => {
  const home = { placeId: 'door' } as never;
  const keys = (phoneVerified: boolean) =>
    limitsOfOrder({ personId: 'p1', communityId: 'q', phoneVerified, home }, true, defaultDailyLimits, at).map(
      ({ key, limit }) => `${key} ${limit}`,
    );
  expect(keys(true)).toEqual(['resident:p1:2026-11-23 20', 'emergency:p1:2026-11-23 3']);
  expect(keys(false)).toEqual([
    'newcomer:p1:2026-11-23 5',
    'card:door:2026-11-23 30',
    'emergency:p1:2026-11-23 3',
    'cardEmergency:door:2026-11-23 10',
  ]);
});

test('a policy may set every limit, and none to what is no number of times', () => {
  const policy = (limits: object) => checkPolicy({ ...defaultPolicy, order: { ...defaultPolicy.order, limits } });
  expect(policy({ ...defaultDailyLimits, reveals: 5 })).toMatchObject({ ok: true });
  for (const wrong of [0, -1, 1.5, 1001])
    expect(policy({ ...defaultDailyLimits, newcomerOrders: wrong })).toMatchObject({
      ok: false,
      field: 'order.limits.newcomerOrders',
    });
});
