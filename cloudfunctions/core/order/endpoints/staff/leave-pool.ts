import { signedInEndpoint } from '../../../access/endpoint';
import { object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchOrder } from '../../flow/find-order';

/**
 * Takes an order out of the pool; whoever was asked by name still is.
 * Cost: 2 reads, 1 write; to notify, 1 read, 1 write.
 */
export const leavePool = signedInEndpoint({
  name: 'order.leavePool',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  run: (context, caller, input) => moveOrder(context, caller, { input, command: { action: 'leavePool' } }),
});
