import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, line } from '../../../platform/validation';
import { moveKeys, note } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchOrder } from '../../flow/find-order';

/** Longest name of an outside office. */
const officeLength = 40;

export const transferOrder = signedInEndpoint({
  name: 'order.transfer',
  input: object({ ...moveKeys, to: line(officeLength), note }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  run: (context, caller, { to, note: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'transfer', to, note: text ?? null },
      beforeWrite: () => checkTexts(context, { to, note: text }),
    }),
});
