import { signedInEndpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { rewardPolicyOf } from '../community-policy';
import { priceVersion } from '../inputs';
import { answerOffer } from '../queue';
import { readRewards } from '../view';

/**
 * Somebody who waited takes what was put aside for them, or leaves the line.
 * Cost: 14 reads, 6 writes.
 */
export const answerGood = signedInEndpoint({
  name: 'reward.answer',
  input: object({ goodId: id, take: v.boolean(), priceVersion, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const community = await context.database.get(communities, caller.login.communityId);
    if (!community) return refuse('NOT_FOUND');
    const answered = await context.database.transaction((transaction) =>
      answerOffer(transaction, context, caller, { ...input, policy: rewardPolicyOf(community) }),
    );
    return answered.ok ? done(await readRewards(context, caller)) : answered;
  },
});
