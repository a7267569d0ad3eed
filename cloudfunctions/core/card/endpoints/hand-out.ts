import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import { done } from '../../platform/result';
import { cardToken, object, personName, requestId } from '../../platform/validation';
import { changeCard } from '../change-card';

/**
 * Somebody got a card's paper (S4-08): who, from whom, in which hat, when. Again for a new paper; each stays among the
 * card's acts.
 * Cost: 2 reads, 2 writes.
 */
export const handOutCard = signedInEndpoint({
  name: 'card.handOut',
  input: object({ token: cardToken, receivedBy: personName, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, actor, { token, receivedBy }) {
    const refusal = await checkTexts(context, { receivedBy });
    if (refusal) return refusal;
    const { login, hat } = actor;
    const by = { personId: login.personId, name: login.name };
    return changeCard(context, actor, { token, action: 'card.handOut' }, () =>
      done({
        set: { handedOut: { receivedBy, by, hat: hat.hat, at: context.clock.now() } },
        unset: ['toHandOutKey'],
      }),
    );
  },
});
