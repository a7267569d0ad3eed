import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import { done } from '../../platform/result';
import { cardToken, object, requestId, words } from '../../platform/validation';
import { changeCard } from '../change-card';

/**
 * A card that nobody shall use any more: its token says so, and whom to call.
 * Cost: 2 reads, 2 writes.
 */
export const revokeCard = signedInEndpoint({
  name: 'card.revoke',
  input: object({ token: cardToken, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, actor, { token, reason }) {
    const refusal = await checkTexts(context, { reason });
    if (refusal) return refusal;
    const { personId, name } = actor.login;
    return changeCard(context, actor, { token, action: 'card.revoke' }, () =>
      done({
        set: { state: 'revoked', revokedAt: context.clock.now(), revokedBy: { personId, name }, reason },
        unset: ['placeKey', 'toPrintKey', 'toHandOutKey'],
      }),
    );
  },
});
