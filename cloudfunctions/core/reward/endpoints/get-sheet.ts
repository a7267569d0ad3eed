import { signedInEndpoint } from '../../access/endpoint';
import { limits } from '../../../../miniprogram/contracts/limits';
import { done } from '../../platform/result';
import { object, optional } from '../../platform/validation';
import { monthText } from '../../time/shanghai';
import { goods } from '../good';
import { sheetMonth } from '../inputs';
import { sheetView } from '../rules/sheet';
import { pointSheetIdOf, pointSheets } from '../sheet';

/**
 * A month as everybody may read it: points issued and paid, what came, was handed over and lies on the shelf, and what
 * it cost.
 * Cost: 3 reads.
 */
export const getSheet = signedInEndpoint({
  name: 'reward.getSheet',
  input: object({ month: optional(sheetMonth) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, { login: { communityId } }, input) {
    const today = monthText(clock.now());
    const month = input.month ?? today;
    const [found, points] = await Promise.all([
      database.find(goods, { where: { communityId, _id: { gt: '' } }, sort: { _id: 'asc' }, limit: limits.goods }),
      database.get(pointSheets, pointSheetIdOf(communityId, month)),
    ]);
    return done(sheetView(found, points, { month, today }));
  },
});
