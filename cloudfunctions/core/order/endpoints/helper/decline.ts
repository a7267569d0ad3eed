import { declineReasons } from '../../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, v } from '../../../platform/validation';
import { moveKeys, note } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * Says no to an offer, with a reason; the last one of a round gives the order back.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const declineOrder = signedInEndpoint({
  name: 'order.decline',
  input: object({ ...moveKeys, reason: v.picklist(declineReasons), note }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { reason, note: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'decline', reason, note: text ?? null },
      beforeWrite: () => checkTexts(context, { note: text }),
    }),
});
