import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Good } from '../../../cloudfunctions/core/reward/good';
import { noStock } from '../../../cloudfunctions/core/reward/rules/stock';
import type { GoodPicture } from '../../../miniprogram/contracts/reward';

interface Thing {
  readonly name: string;
  readonly measure: string;
  readonly picture: GoodPicture;
  readonly price: number;
  readonly limit: number;
  /** What comes a month, and what one costs in cents. */
  readonly delivery: number;
  readonly unitCents: number;
}

/** The four things of the article (S1-21). */
const things: readonly Thing[] = [
  { name: '洗衣液', measure: '瓶', picture: 'laundry', price: 6, limit: 2, delivery: 3, unitCents: 1_680 },
  { name: '卫生纸', measure: '提', picture: 'tissue', price: 3, limit: 2, delivery: 3, unitCents: 1_250 },
  { name: '洗洁精', measure: '瓶', picture: 'dish', price: 3, limit: 2, delivery: 1, unitCents: 690 },
  { name: '去污净', measure: '瓶', picture: 'cleaner', price: 4, limit: 1, delivery: 2, unitCents: 850 },
];

/** Who sets prices and hands things over in the demo: the secretary. */
export function setByCommunity({ secretary }: Community): { readonly personId: string; readonly name: string } {
  return secretary ? { personId: secretary.personId, name: secretary.name } : { personId: '', name: '' };
}

/** The catalogue of a community, before anything came. */
export function makeCatalogue(community: Community, since: Date): Good[] {
  const by = setByCommunity(community);
  return things.map(({ name, measure, picture, price, limit }) => ({
    _id: `${community._id}_${picture}`,
    communityId: community._id,
    name,
    measure,
    picture,
    limit,
    offered: true,
    prices: [{ version: 1, points: price, since, by, reason: '楼院长积分兑换开张' }],
    ...noStock,
    stocktake: null,
    version: 1,
    lines: 0,
    requests: [],
  }));
}

/** What comes of a thing each month, and what is paid for it. */
export function monthlyDelivery({ picture }: Pick<Good, 'picture'>): {
  readonly quantity: number;
  readonly costCents: number;
} {
  const thing = things.find((one) => one.picture === picture);
  if (!thing) throw new Error(`nothing like ${picture} is delivered`);
  return { quantity: thing.delivery, costCents: thing.delivery * thing.unitCents };
}
