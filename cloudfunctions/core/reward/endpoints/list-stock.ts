import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { goods } from '../good';
import { rewardPermissions } from '../permissions';
import { stockView } from '../view';

/**
 * Everything of the catalogue with what is on the shelf, for those who keep it.
 * Cost: 2 reads.
 */
export const listStock = signedInEndpoint({
  name: 'reward.listStock',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller) {
    const where = { communityId: caller.login.communityId, _id: { gt: '' } };
    const found = await database.find(goods, { where, sort: { _id: 'asc' }, limit: limits.goods });
    const mayDecide = caller.hat.hat in rewardPermissions['reward.saveGood'];
    return done({ goods: found.map((good) => stockView(good, caller)), mayDecide });
  },
});
