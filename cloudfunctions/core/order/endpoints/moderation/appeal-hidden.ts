import { limits } from '../../../../../miniprogram/contracts/limits';
import { appealCase } from '../../../moderation/rules/decide-case';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { refuse } from '../../../platform/result';
import { id, object, requestId, words } from '../../../platform/validation';
import { actOf, withCases, writeDecision } from '../../flow/moderate-order';
import { appealNews } from '../../flow/moderation-news';
import { presentOrder } from '../../flow/present-order';
import { part } from './inputs';

/**
 * Whoever wrote or showed something that was hidden asks, once, that somebody else decides. Anybody else's is not
 * found.
 * Cost: 2 reads, 2 writes; to notify, 1 read, 1 write.
 */
export const appealHidden = signedInEndpoint({
  name: 'order.appealHidden',
  input: object({ orderId: id, part, words: words(limits.reasonWords), requestId }),
  identity: 'caller',
  idempotency: 'inDocument',
  async run(context, caller, { orderId, part: name, words: said }) {
    const refused = await checkTexts(context, { words: said });
    if (refused) return refused;
    const act = actOf(context, caller, { act: 'appeal', reason: null, words: said });
    const decided = await writeDecision(context, caller, {
      orderId,
      part: name,
      act: 'appeal',
      change(order) {
        const appealed = appealCase(order, name, act);
        return !appealed.ok && appealed.code === 'NOT_FOUND' ? refuse('NOT_FOUND', 'part') : withCases(appealed);
      },
      news: (after) => appealNews(after, name),
    });
    return decided.ok ? presentOrder(context, caller, decided.data) : decided;
  },
});
