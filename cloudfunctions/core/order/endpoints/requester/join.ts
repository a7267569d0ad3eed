import { signedInEndpoint } from '../../../access/endpoint';
import { object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { move } from '../../flow/move-order';
import { orderAhead } from '../../flow/find-order';

export const joinOrder = signedInEndpoint({
  name: 'order.join',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'inDocument',
  ahead: orderAhead,
  run: (context, caller, input) => move(context, caller, { input, command: { action: 'join' } }),
});
