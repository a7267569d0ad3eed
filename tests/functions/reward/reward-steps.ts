import type { Good } from '../../../cloudfunctions/core/reward/good';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import type { Redemption } from '../../../cloudfunctions/core/reward/redemption';
import type { EndpointName, Input, Output } from '../../../miniprogram/contracts/api';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

type Said<Name extends EndpointName> = Omit<Input<Name>, 'requestId'>;

const detergent = { name: '洗衣液', measure: '瓶', picture: 'laundry', price: 3, limit: 2, offered: true } as const;

/** Opens a cloud for the tests of a file: each begins on a Monday morning of November, with nothing done yet. */
export function openRewards(use: (cloud: ApiCloud, steps: RewardSteps) => void): void {
  let cloud: ApiCloud;
  beforeAll(async () => {
    cloud = await startApi({ functions: ['api', 'jobs', 'files'] });
    use(cloud, rewardsOf(cloud));
  });
  afterAll(() => cloud.close());
  beforeEach(async () => {
    await cloud.control('/local/reset', {});
    await cloud.control('/local/clock', { now: '2026-11-23T10:00:00+08:00', timers: 'skip' });
  });
}

export type RewardSteps = ReturnType<typeof rewardsOf>;

/** What heads, staff and the secretary do, through `api`. */
export function rewardsOf(cloud: ApiCloud) {
  const tried = <Name extends EndpointName>(openid: string, name: Name, said: Said<Name>) =>
    cloud.callAs(openid, name, { ...said, requestId: newRequest() } as unknown as Input<Name>);
  const act = <Name extends EndpointName>(openid: string, name: Name, said: Said<Name>): Promise<Output<Name>> =>
    cloud.getAs(openid, name, { ...said, requestId: newRequest() } as unknown as Input<Name>);

  /** A tenant's errand that the head vouched for, done by the grid worker, and confirmed: five points. */
  const vouched = async (): Promise<Order> => {
    const { orderId } = await act('o_neighbour', 'order.create', {
      category: 'schooling',
      words: '孩子上学要什么材料',
      when: 'any',
      fileIds: [],
    });
    const version = () => cloud.storedOne<Order>('orders', orderId).version;
    await act('o_head', 'order.accept', { orderId, version: version() });
    await act('o_worker', 'order.accept', { orderId, version: version() });
    const evidence = { kind: 'phone', note: '办好了' } as const;
    await act('o_worker', 'order.complete', { orderId, version: version(), evidence });
    await act('o_neighbour', 'order.confirm', { orderId, version: version(), stars: 5, tags: [] });
    return cloud.storedOne<Order>('orders', orderId);
  };

  /** A thing of the catalogue with so many on the shelf. */
  const stocked = async (quantity: number, more: Partial<typeof detergent | { limit: number; price: number }> = {}) => {
    const { goodId } = await act('o_secretary', 'reward.saveGood', {
      ...detergent,
      ...more,
      version: 0,
      reason: '开张',
    });
    if (quantity > 0) await act('o_worker', 'reward.receive', { goodId, quantity, costCents: 800 * quantity });
    return goodId;
  };
  const redeem = (goodId: string, quantity = 1) =>
    act('o_head', 'reward.redeem', { goodId, quantity, priceVersion: 1 });
  return {
    tried,
    act,
    vouched,
    stocked,
    redeem,
    goodOf: (goodId: string) => cloud.storedOne<Good>('goods', goodId),
    bookOf: () => cloud.storedOne<Passbook>('passbooks', 'p_head:courtyard'),
    redemptionOf: (id: string) => cloud.storedOne<Redemption>('redemptions', id),
  };
}
