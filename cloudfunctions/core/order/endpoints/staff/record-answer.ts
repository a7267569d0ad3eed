import { limits } from '../../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, words } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * What somebody outside answered to an order that was transferred to them: the requester is told, and the order ends as
 * transferred.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const recordOrderAnswer = signedInEndpoint({
  name: 'order.recordAnswer',
  input: object({ ...moveKeys, answer: words(limits.orderWords) }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { answer, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'recordAnswer', answer },
      beforeWrite: () => checkTexts(context, { answer }),
    }),
});
