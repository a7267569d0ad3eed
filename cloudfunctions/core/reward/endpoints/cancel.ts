import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { endByCaller } from '../end-redemption';
import { voucherView } from '../view';

/**
 * A head gives up what they put aside: exactly the held points and the thing go back, once.
 * Cost: 6 reads, 6 writes.
 */
export const cancelRedemption = signedInEndpoint({
  name: 'reward.cancel',
  input: object({ redemptionId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { redemptionId }) {
    const ended = await endByCaller(context, caller, { action: 'reward.cancel', kind: 'cancel', redemptionId });
    return ended.ok ? done(voucherView(ended.data, context.clock.now())) : ended;
  },
});
