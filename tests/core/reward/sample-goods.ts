import type { Good } from '../../../cloudfunctions/core/reward/good';
import type { Redemption } from '../../../cloudfunctions/core/reward/redemption';
import { expiryOf } from '../../../cloudfunctions/core/reward/rules/redemption';
import { redemptionKey } from '../../../cloudfunctions/core/reward/rules/postings';
import { noStock } from '../../../cloudfunctions/core/reward/rules/stock';

export const noon = new Date('2026-11-23T04:00:00Z');

/** Detergent at three points, two a month. */
export function good(more: Partial<Good> = {}): Good {
  const by = { personId: 'p_secretary', name: '王建国' };
  return {
    _id: 'g1',
    communityId: 'qinghe',
    name: '洗衣液',
    measure: '瓶',
    picture: 'laundry',
    limit: 2,
    offered: true,
    prices: [{ version: 1, points: 3, since: noon, by, reason: '开张' }],
    ...noStock,
    stocktake: null,
    version: 1,
    lines: 0,
    requests: [],
    ...more,
  };
}

/** Somebody's voucher for some of it. */
export function redemption(id: string, more: Partial<Redemption> = {}): Redemption {
  const quantity = more.quantity ?? 1;
  const createdAt = more.createdAt ?? noon;
  return {
    _id: id,
    communityId: 'qinghe',
    personId: 'p_head',
    name: '任福贵',
    goodId: 'g1',
    goodName: '洗衣液',
    measure: '瓶',
    picture: 'laundry',
    quantity,
    points: 3 * quantity,
    priceVersion: 1,
    month: '2026-11',
    state: 'held',
    code: '123456789012',
    createdAt,
    createdKey: id,
    expiresAt: expiryOf(createdAt, { pickUpDays: 7 }),
    dueKey: id,
    held: { entryId: redemptionKey(id, 'hold'), sequence: 2 },
    ended: null,
    updatedAt: createdAt,
    requests: [],
    ...more,
  };
}
