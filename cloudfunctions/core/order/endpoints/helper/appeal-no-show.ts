import { limits } from '../../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, words } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * Whoever is said not to have come says how it was; the secretary is told, and rules on it.
 * Cost: 2 reads, 1 write; to notify, 1 read, 1 write.
 */
export const appealNoShow = signedInEndpoint({
  name: 'order.appealNoShow',
  input: object({ ...moveKeys, words: words(limits.reasonWords) }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { words: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'appealNoShow', words: text },
      beforeWrite: () => checkTexts(context, { words: text }),
    }),
});
