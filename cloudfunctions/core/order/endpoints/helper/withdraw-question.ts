import { signedInEndpoint } from '../../../access/endpoint';
import { object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * Nobody waits for the requester’s answer any more: the clock goes on.
 * Cost: 1 read, 1 write.
 */
export const withdrawQuestion = signedInEndpoint({
  name: 'order.withdrawQuestion',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, input) => moveOrder(context, caller, { input, command: { action: 'withdrawQuestion' } }),
});
