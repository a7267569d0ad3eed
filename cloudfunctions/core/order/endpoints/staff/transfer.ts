import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, line } from '../../../platform/validation';
import { moveKeys, note } from '../../flow/inputs';
import { move } from '../../flow/move-order';
import { orderAhead } from '../../flow/find-order';

/** Longest name of an outside office. */
const officeLength = 40;

export const transferOrder = signedInEndpoint({
  name: 'order.transfer',
  input: object({ ...moveKeys, to: line(officeLength), note }),
  identity: 'caller',
  idempotency: 'inDocument',
  ahead: orderAhead,
  run: (context, caller, { to, note: said, ...input }) =>
    move(context, caller, {
      input,
      command: { action: 'transfer', to, note: said ?? null },
      beforeWrite: () => checkTexts(context, { to, note: said }),
    }),
});
