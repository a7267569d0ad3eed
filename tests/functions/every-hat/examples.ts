import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { newRequest, type ApiCloud } from '../../support/api';

/** Words of the private order. */
export const secret = '产检那天想有人陪着';

/**
 * Orders by what state they are in: one that p_member accepted, a private one that waits for p_member2, a closed one,
 * a wish in the pool; an activity; a thing of the catalogue.
 */
export interface Examples {
  readonly accepted: string;
  readonly private: string;
  readonly closed: string;
  readonly wish: string;
  readonly activity: string;
  /** A thing of the catalogue. */
  readonly good: string;
}

export const versionOf = (cloud: ApiCloud, orderId: string): number =>
  cloud.storedOne<Order>('orders', orderId).version;

/** Makes them through `api`, each step by whoever takes it. */
export async function makeExamples(cloud: ApiCloud): Promise<Examples> {
  const version = (orderId: string) => versionOf(cloud, orderId);
  const ask = async (openid: string, input: { category: 'repair' | 'birth' | 'wish'; words: string }) =>
    (await cloud.getAs(openid, 'order.create', { ...input, when: 'any', fileIds: [], requestId: newRequest() }))
      .orderId;
  const dispatch = (orderId: string, memberIds: string[], more: { pool?: boolean } = {}) =>
    cloud.getAs('o_worker', 'order.dispatch', {
      orderId,
      version: version(orderId),
      memberIds,
      ...more,
      requestId: newRequest(),
    });
  const accept = (orderId: string) =>
    cloud.getAs('o_member', 'order.accept', { orderId, version: version(orderId), requestId: newRequest() });

  const closed = await ask('o_resident', { category: 'repair', words: '灯管不亮了' });
  await dispatch(closed, ['p_member']);
  await accept(closed);
  await cloud.getAs('o_member', 'order.complete', {
    orderId: closed,
    version: version(closed),
    evidence: { kind: 'phone', note: '电话里说好了' },
    requestId: newRequest(),
  });
  await cloud.getAs('o_resident', 'order.confirm', {
    orderId: closed,
    version: version(closed),
    stars: 5,
    tags: ['patient'],
    requestId: newRequest(),
  });
  const accepted = await ask('o_resident', { category: 'repair', words: '厨房水龙头漏水' });
  await dispatch(accepted, ['p_member']);
  await accept(accepted);
  const hidden = await ask('o_neighbour', { category: 'birth', words: secret });
  await dispatch(hidden, ['p_member2']);
  const wish = await ask('o_resident', { category: 'wish', words: '想要一把能坐着洗脚的椅子' });
  await cloud.getAs('o_worker', 'order.reclassify', {
    orderId: wish,
    version: version(wish),
    category: 'wish',
    kind: 'wish',
    urgent: false,
    wish: { valueYuan: 60, words: '有位老人想要一把能坐着洗脚的椅子' },
    requestId: newRequest(),
  });
  await dispatch(wish, [], { pool: true });
  const startsAt = '2026-11-22T09:00:00+08:00';
  const { activityId } = await cloud.getAs('o_secretary', 'activity.create', {
    title: '主题党日',
    kind: 'party-day',
    startsAt,
    placeName: '活动室',
    requestId: newRequest(),
  });
  const { goodId } = await cloud.getAs('o_secretary', 'reward.saveGood', {
    version: 0,
    name: '洗衣液',
    measure: '瓶',
    picture: 'laundry',
    price: 3,
    limit: 2,
    offered: true,
    reason: '开张',
    requestId: newRequest(),
  });
  return { accepted, private: hidden, closed, wish, activity: activityId, good: goodId };
}
