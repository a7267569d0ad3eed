import { signedInEndpoint } from '../../../access/endpoint';
import { object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchOrder } from '../../flow/find-order';

export const remindOrder = signedInEndpoint({
  name: 'order.remind',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: prefetchOrder,
  run: (context, caller, input) => moveOrder(context, caller, { input, command: { action: 'remind' } }),
});
