import { signedInEndpoint } from '../../../access/endpoint';
import { object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchOrder } from '../../flow/find-order';

/**
 * Whoever named hours is at the door, so that nobody counts them as absent.
 * Cost: 1 read, 1 write.
 */
export const arriveAtOrder = signedInEndpoint({
  name: 'order.arrive',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  run: (context, caller, input) => moveOrder(context, caller, { input, command: { action: 'arrive' } }),
});
