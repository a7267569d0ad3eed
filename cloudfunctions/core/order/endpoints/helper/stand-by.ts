import { signedInEndpoint } from '../../../access/endpoint';
import { object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * Somebody would come to what several do together, if a seat got free: they wait in the order in which they came, and
 * are asked before they get one.
 * Cost: 1 read, 1 write.
 */
export const standByForOrder = signedInEndpoint({
  name: 'order.standBy',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, input) => moveOrder(context, caller, { input, command: { action: 'standBy' } }),
});
