import { limits } from '../../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { id, object, words } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * Staff take somebody off an order who gets no further; their seat is for whoever waits for one.
 * Cost: 1 read, 1 write; to notify, 2 writes.
 */
export const removeHelper = signedInEndpoint({
  name: 'order.removeHelper',
  input: object({ ...moveKeys, personId: id, reason: words(limits.reasonWords) }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { reason: text, personId, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'removeHelper', personId, reason: text },
      beforeWrite: () => checkTexts(context, { reason: text }),
    }),
});
