import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const [secretary, worker, leader, resident] = ['secretary-bai', 'worker-jia', 'leader-hao', 'tenant-cao'] as const;
/** Courtyard heads who have points to spend. */
const [head, other, third] = ['wx-housuoying_n375', 'wx-housuoying_n318', 'wx-housuoying_n299'] as const;
const soap = { name: '肥皂', measure: '块', picture: 'other', price: 1, limit: 4, offered: true } as const;

/**
 * What courtyard heads, staff and the secretary do with points and things. Nobody did anything beside orders before, so
 * that the first write of each costs what its docblock states.
 */
export async function redeemRewards(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const requestId = newRequestId;
  const made = await call(secretary, 'reward.saveGood', {
    ...soap,
    version: 0,
    reason: '开张',
    requestId: requestId(),
  });
  const { goodId, version } = made;
  const dearer = { ...soap, limit: 3, goodId, version, reason: '一人少拿一块', requestId: requestId() };
  await call(secretary, 'reward.saveGood', dearer, 'anew');
  await call(worker, 'reward.receive', { goodId, quantity: 4, costCents: 800, requestId: requestId() });
  await call(head, 'reward.list', {});
  const redeem = (as: string) =>
    ({ openid: as, input: { goodId, quantity: 1, priceVersion: 1, requestId: requestId() } }) as const;
  const first = redeem(head);
  const voucher = await call(first.openid, 'reward.redeem', first.input);
  await call(head, 'reward.get', { redemptionId: voucher.redemptionId });
  await call(worker, 'reward.find', { code: voucher.code });
  await call(worker, 'reward.collect', { redemptionId: voucher.redemptionId, requestId: requestId() });
  const refusable = (await environment.call(head, 'reward.redeem', redeem(head).input)).data;
  await call(worker, 'reward.refuse', {
    redemptionId: refusable.redemptionId,
    reason: '不是这一块',
    requestId: requestId(),
  });
  const cancellable = (await environment.call(other, 'reward.redeem', redeem(other).input)).data;
  await call(other, 'reward.cancel', { redemptionId: cancellable.redemptionId, requestId: requestId() });
  await countShelf(environment, measurements, goodId);
  await call(resident, 'reward.getSheet', {});
  await call(resident, 'file.printRewardSheet', {});
}

/** Two people count, and find nothing left: who wants one now waits. */
async function countShelf(environment: BenchEnvironment, measurements: Measurements, goodId: string): Promise<void> {
  const call = measuredCalls(environment, measurements);
  await call(worker, 'reward.listStock', {});
  await call(worker, 'reward.count', { goodId, counted: 0, reason: '发潮了', requestId: newRequestId() });
  await call(leader, 'reward.signCount', { goodId, agree: true, requestId: newRequestId() });
  await call(third, 'reward.wait', { goodId, quantity: 1, requestId: newRequestId() });
}
