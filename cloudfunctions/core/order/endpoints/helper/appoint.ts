import { signedInEndpoint } from '../../../access/endpoint';
import { instant, object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';

/**
 * Whoever goes says at which hours of which day, and the requester is told. Said again, the hours move.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const appointVisit = signedInEndpoint({
  name: 'order.appoint',
  input: object({ ...moveKeys, from: instant, until: instant }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, { from, until, ...input }) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'appoint', appointment: { from: new Date(from), until: new Date(until) } },
    }),
});
