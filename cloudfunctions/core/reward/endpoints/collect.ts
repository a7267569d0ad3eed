import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { endRedemption } from '../end-redemption';
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
    const { communityId, personId, name } = caller.login;
    const ended = await endRedemption(context, {
      communityId,
      redemptionId,
      command: { kind: 'collect', by: { personId, name } },
      request: context.request,
      actor: { caller, action: 'reward.collect' },
    });
    return ended.ok ? done(handoverView(ended.data, caller, context.clock.now())) : ended;
  },
});
