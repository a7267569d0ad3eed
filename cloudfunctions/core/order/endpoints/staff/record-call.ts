import { callResults } from '../../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../../access/endpoint';
import { object, v } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * Staff called the requester: who called, in which hat, when, and what came of it stands in the trail. A call that
 * reached them lets an order with a typed number be dispatched, and asks whether a completed one is solved.
 * Where it tells somebody, it costs a read and a write more.
 * Cost: 1 read, 1 write.
 */
export const recordOrderCall = signedInEndpoint({
  name: 'order.recordCall',
  input: object({ ...moveKeys, result: v.picklist(callResults) }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { result, ...input }) =>
    moveOrder(context, caller, { input, command: { action: 'recordCall', result } }),
});
