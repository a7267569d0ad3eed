import { releaseReasons } from '../../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, v } from '../../../platform/validation';
import { moveKeys, note } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * Gives an accepted order back, with a reason; its deadline stays.
 * Cost: 1 read, 1 write; to notify, 2 writes.
 */
export const releaseOrder = signedInEndpoint({
  name: 'order.release',
  input: object({ ...moveKeys, reason: v.picklist(releaseReasons), note }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { reason, note: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'release', reason, note: text ?? null },
      beforeWrite: () => checkTexts(context, { note: text }),
    }),
});
