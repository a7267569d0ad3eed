import { signedInEndpoint } from '../../../access/endpoint';
import { object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * One more neighbour who needs the same (算我一个) is told how it goes on.
 * Cost: 1 read, 1 write.
 */
export const joinOrder = signedInEndpoint({
  name: 'order.join',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, input) => moveOrder(context, caller, { input, command: { action: 'join' } }),
});
