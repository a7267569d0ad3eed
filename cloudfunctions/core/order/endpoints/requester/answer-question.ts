import { limits } from '../../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, words } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * The requester answers what they were asked, or staff write down what they said on the phone: the clock goes on.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const answerQuestion = signedInEndpoint({
  name: 'order.answerQuestion',
  input: object({ ...moveKeys, words: words(limits.reasonWords) }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { words: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'answerQuestion', words: text },
      beforeWrite: () => checkTexts(context, { words: text }),
    }),
});
