import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { endByCaller } from '../end-redemption';
import { handoverView } from '../view';

/**
 * Staff hand over what was put aside: held points are paid, the thing leaves the shelf. A second scan changes nothing
 * and is answered with what stands.
 * Cost: 6 reads, 5 writes; to notify, 1 read, 1 write.
 */
export const collectRedemption = signedInEndpoint({
  name: 'reward.collect',
  input: object({ redemptionId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { redemptionId }) {
    const ended = await endByCaller(context, caller, { action: 'reward.collect', kind: 'collect', redemptionId });
    return ended.ok ? done(handoverView(ended.data, caller, context.clock.now())) : ended;
  },
});
