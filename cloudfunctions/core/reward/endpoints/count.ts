import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, words } from '../../platform/validation';
import { counted } from '../inputs';
import { changeGood } from '../store';
import { stockView } from '../view';

/**
 * The first of the two people whom a difference needs says what lies on the shelf; nothing moves yet. A later count
 * replaces one that nobody signed.
 * Cost: 2 reads, 2 writes.
 */
export const countGood = signedInEndpoint({
  name: 'reward.count',
  input: object({ goodId: id, counted, reason: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const refused = await checkTexts(context, { reason: input.reason });
    if (refused) return refused;
    const at = context.clock.now();
    const { personId, name } = caller.login;
    const { reason } = input;
    const changed = await changeGood(context, caller, { goodId: input.goodId, action: 'reward.count' }, (good) => {
      if (input.counted === good.onHand) return refuse('COUNT_AGREES', 'counted');
      const by = { personId, name };
      return done({
        good: { ...good, stocktake: { counted: input.counted, expected: good.onHand, reason, by, at } },
      });
    });
    return changed.ok ? done(stockView(changed.data, caller)) : changed;
  },
});
