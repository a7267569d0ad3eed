import { releaseReasons } from '../../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, v } from '../../../platform/validation';
import { moveKeys, note } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchOrder } from '../../flow/find-order';

/**
 * Gives an accepted order back, with a reason; its deadline stays.
 * Cost: 2 reads, 1 write; to notify, 1 read, 2 writes.
 */
export const releaseOrder = signedInEndpoint({
  name: 'order.release',
  input: object({ ...moveKeys, reason: v.picklist(releaseReasons), note }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  run: (context, caller, { reason, note: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'release', reason, note: text ?? null },
      beforeWrite: () => checkTexts(context, { note: text }),
    }),
});
