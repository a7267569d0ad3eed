import { limits } from '../../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, words } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * 等居民回话: whoever is at it asks the requester something, and the clock stands still until they answer.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const askRequester = signedInEndpoint({
  name: 'order.askRequester',
  input: object({ ...moveKeys, words: words(limits.reasonWords) }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { words: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'askRequester', words: text },
      beforeWrite: () => checkTexts(context, { words: text }),
    }),
});
