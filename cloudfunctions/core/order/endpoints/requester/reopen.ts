import { limits } from '../../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, words } from '../../../platform/validation';
import { createFinishCode } from '../../document/finish-code';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * 没解决: back to whoever did it, and the secretary is told.
 * Cost: 1 read, 1 write; to notify, 2 writes.
 */
export const reopenOrder = signedInEndpoint({
  name: 'order.reopen',
  input: object({ ...moveKeys, words: words(limits.reasonWords) }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input, { fields: ['named.secretary.personId'] }),
  run: (context, caller, { words: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'reopen', words: text, finishCode: createFinishCode(context.ids) },
      beforeWrite: () => checkTexts(context, { words: text }),
    }),
});
