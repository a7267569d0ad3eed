import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import { done } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { endRedemption } from '../end-redemption';
import { handoverView } from '../view';

/**
 * Staff do not hand it over, for a reason: everything goes back. Once words of theirs stand in a book, a write less.
 * Cost: 7 reads, 7 writes; to notify, 1 read, 1 write.
 */
export const refuseRedemption = signedInEndpoint({
  name: 'reward.refuse',
  input: object({ redemptionId: id, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { redemptionId, reason }) {
    const refused = await checkTexts(context, { reason });
    if (refused) return refused;
    const { communityId, personId, name } = caller.login;
    const ended = await endRedemption(context, {
      communityId,
      redemptionId,
      command: { kind: 'refuse', by: { personId, name }, reason },
      request: context.request,
      actor: { caller, action: 'reward.refuse' },
    });
    return ended.ok ? done(handoverView(ended.data, caller, context.clock.now())) : ended;
  },
});
