import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import { done } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { endByCaller } from '../end-redemption';
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
    const ended = await endByCaller(context, caller, { action: 'reward.refuse', kind: 'refuse', redemptionId, reason });
    return ended.ok ? done(handoverView(ended.data, caller, context.clock.now())) : ended;
  },
});
