import { declineReasons } from '../../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, v } from '../../../platform/validation';
import { moveKeys, note } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchOrder } from '../../flow/find-order';

export const declineOrder = signedInEndpoint({
  name: 'order.decline',
  input: object({ ...moveKeys, reason: v.picklist(declineReasons), note }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  run: (context, caller, { reason, note: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'decline', reason, note: text ?? null },
      beforeWrite: () => checkTexts(context, { note: text }),
    }),
});
