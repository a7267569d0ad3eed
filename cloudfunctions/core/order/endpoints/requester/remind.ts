import { signedInEndpoint } from '../../../access/endpoint';
import { object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * Reminds whoever’s turn it is; the same person may do so again after a while.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const remindOrder = signedInEndpoint({
  name: 'order.remind',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, input) => moveOrder(context, caller, { input, command: { action: 'remind' } }),
});
