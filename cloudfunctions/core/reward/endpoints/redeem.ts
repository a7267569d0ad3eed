import { signedInEndpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { done, refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { rewardPolicyOf } from '../community-policy';
import { priceVersion, quantity } from '../inputs';
import { redeem } from '../redeem';
import { voucherView } from '../view';

/**
 * Puts a thing aside for a courtyard head: points held, stock less, voucher made, in one transaction (S1-20, S1-21).
 * From somebody's second write beside orders on, one write less.
 * Cost: 8 reads, 7 writes.
 */
export const redeemGood = signedInEndpoint({
  name: 'reward.redeem',
  input: object({ goodId: id, quantity, priceVersion, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const community = await context.database.get(communities, caller.login.communityId);
    if (!community) return refuse('NOT_FOUND');
    const wanted = { ...input, policy: rewardPolicyOf(community), isOffered: false };
    const made = await context.database.transaction((transaction) => redeem(transaction, context, caller, wanted));
    return made.ok ? done(voucherView(made.data, context.clock.now())) : made;
  },
});
