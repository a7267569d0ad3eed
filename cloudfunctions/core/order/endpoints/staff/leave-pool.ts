import { signedInEndpoint } from '../../../access/endpoint';
import { object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * Takes an order out of the pool; whoever was asked by name still is.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const leavePool = signedInEndpoint({
  name: 'order.leavePool',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, input) => moveOrder(context, caller, { input, command: { action: 'leavePool' } }),
});
