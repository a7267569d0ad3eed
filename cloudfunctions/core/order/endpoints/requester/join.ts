import { signedInEndpoint } from '../../../access/endpoint';
import { object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchOrder } from '../../flow/find-order';

export const joinOrder = signedInEndpoint({
  name: 'order.join',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  run: (context, caller, input) => moveOrder(context, caller, { input, command: { action: 'join' } }),
});
