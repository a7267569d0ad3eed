import { limits } from '../../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { id, object, v, words } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * The secretary takes back that somebody did not come, or lets it stand, with a reason that they read.
 * Cost: 2 reads, 1 write; to notify, 1 read, 1 write.
 */
export const ruleNoShow = signedInEndpoint({
  name: 'order.ruleNoShow',
  input: object({ ...moveKeys, personId: id, lifted: v.boolean(), reason: words(limits.reasonWords) }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { personId, lifted, reason, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'ruleNoShow', personId, lifted, reason },
      beforeWrite: () => checkTexts(context, { reason }),
    }),
});
