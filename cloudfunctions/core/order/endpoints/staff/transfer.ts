import { limits } from '../../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../../access/endpoint';
import { checkTexts } from '../../../platform/content';
import { object, line } from '../../../platform/validation';
import { moveKeys, note } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/** Longest name of an outside office. */

/**
 * Hands an order to somebody outside, such as the city’s hotline; it stays open until their answer is entered.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const transferOrder = signedInEndpoint({
  name: 'order.transfer',
  input: object({ ...moveKeys, to: line(limits.officeName), note }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { to, note: text, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'transfer', to, note: text ?? null },
      beforeWrite: () => checkTexts(context, { to, note: text }),
    }),
});
