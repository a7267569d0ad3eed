import { cancelReasons } from '../../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, v } from '../../../platform/validation';
import { moveKeys, note } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * Ends an order that its requester no longer needs.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const cancelOrder = signedInEndpoint({
  name: 'order.cancel',
  input: object({ ...moveKeys, reason: v.picklist(cancelReasons), note }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { reason, note: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'cancel', reason, note: text ?? null },
      beforeWrite: () => checkTexts(context, { note: text }),
    }),
});
