import { refuseReasons } from '../../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, v } from '../../../platform/validation';
import { moveKeys, note } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchOrder } from '../../flow/find-order';

export const refuseOrder = signedInEndpoint({
  name: 'order.refuse',
  input: object({ ...moveKeys, reason: v.picklist(refuseReasons), note }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  run: (context, caller, { reason, note: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'refuse', reason, note: text ?? null },
      beforeWrite: () => checkTexts(context, { note: text }),
    }),
});
