import { refuseReasons } from '../../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, v } from '../../../platform/validation';
import { moveKeys, note } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * Closes an order that nobody here can do, with a reason that the requester reads.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const refuseOrder = signedInEndpoint({
  name: 'order.refuse',
  input: object({ ...moveKeys, reason: v.picklist(refuseReasons), note }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { reason, note: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'refuse', reason, note: text ?? null },
      beforeWrite: () => checkTexts(context, { note: text }),
    }),
});
