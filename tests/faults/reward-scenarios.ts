import type { Scenario, Steps } from './scenario';

const detergent = {
  name: '洗衣液',
  measure: '瓶',
  picture: 'laundry',
  price: 3,
  limit: 2,
  offered: true,
  version: 0,
  reason: '开张',
} as const;

/** A thing with so many on the shelf, and a head who earned five points. */
async function stocked({ act, cloud }: Steps, quantity = 4): Promise<string> {
  const { goodId } = await act('o_secretary', 'reward.saveGood', detergent);
  if (quantity > 0) await act('o_worker', 'reward.receive', { goodId, quantity, costCents: 800 });
  const asked = { category: 'schooling', words: '孩子上学要什么材料', when: 'any', fileIds: [] } as const;
  const { orderId } = await act('o_neighbour', 'order.create', { ...asked, fileIds: [] });
  const ref = () => ({
    orderId,
    version: cloud.storedOne<{ _id: string; version: number }>('orders', orderId).version,
  });
  await act('o_head', 'order.accept', ref());
  await act('o_worker', 'order.accept', ref());
  await act('o_worker', 'order.complete', { ...ref(), evidence: { kind: 'phone', note: '办好了' } });
  await act('o_neighbour', 'order.confirm', { ...ref(), stars: 5, tags: [] });
  return goodId;
}

async function redeemed(steps: Steps): Promise<string> {
  const goodId = await stocked(steps);
  return (await steps.act('o_head', 'reward.redeem', { goodId, quantity: 1, priceVersion: 1 })).redemptionId;
}

/** A head waited, something came, and they are asked. */
async function offered(steps: Steps): Promise<string> {
  const goodId = await stocked(steps, 0);
  await steps.act('o_head', 'reward.wait', { goodId, quantity: 1 });
  await steps.act('o_worker', 'reward.receive', { goodId, quantity: 1, costCents: 0 });
  await steps.cloud.control('/local/clock', { advanceMs: 600_000 });
  return goodId;
}

async function counted(steps: Steps): Promise<string> {
  const goodId = await stocked(steps);
  await steps.act('o_worker', 'reward.count', { goodId, counted: 3, reason: '破了一瓶' });
  return goodId;
}

/** What courtyard points buy: every endpoint that writes. */
export const rewardScenarios: readonly Scenario[] = [
  {
    name: 'reward.redeem',
    openid: 'o_head',
    prepare: async (steps) => ({ goodId: await stocked(steps), quantity: 1, priceVersion: 1 }),
  },
  { name: 'reward.cancel', openid: 'o_head', prepare: async (steps) => ({ redemptionId: await redeemed(steps) }) },
  { name: 'reward.collect', openid: 'o_worker', prepare: async (steps) => ({ redemptionId: await redeemed(steps) }) },
  {
    name: 'reward.refuse',
    openid: 'o_worker',
    prepare: async (steps) => ({ redemptionId: await redeemed(steps), reason: '瓶子漏了' }),
  },
  {
    name: 'reward.wait',
    openid: 'o_head',
    prepare: async (steps) => ({ goodId: await stocked(steps, 0), quantity: 1 }),
  },
  {
    name: 'reward.answer',
    openid: 'o_head',
    prepare: async (steps) => ({ goodId: await offered(steps), take: true, priceVersion: 1 }),
  },
  {
    name: 'reward.receive',
    openid: 'o_worker',
    prepare: async (steps) => ({ goodId: await stocked(steps), quantity: 6, costCents: 4_800 }),
  },
  {
    name: 'reward.count',
    openid: 'o_worker',
    prepare: async (steps) => ({ goodId: await stocked(steps), counted: 3, reason: '破了一瓶' }),
  },
  {
    name: 'reward.signCount',
    openid: 'o_leader',
    prepare: async (steps) => ({ goodId: await counted(steps), agree: true }),
  },
  { name: 'reward.saveGood', openid: 'o_secretary', prepare: async () => detergent },
];
