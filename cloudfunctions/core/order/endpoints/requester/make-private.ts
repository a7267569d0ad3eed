import { signedInEndpoint } from '../../../access/endpoint';
import { object } from '../../../platform/validation';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';
import { withholdWords } from '../../flow/withhold-words';

/**
 * Makes an order private afterwards. What inboxes already say of it loses its words first, so that they are gone once
 * the order is private: that costs a write for each person who was told.
 * Cost: 1 read, 1 write; to notify, 1 read, 1 write.
 */
export const makeOrderPrivate = signedInEndpoint({
  name: 'order.makePrivate',
  input: object(moveKeys),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  run: (context, caller, input) =>
    moveOrder(context, caller, {
      input,
      command: { action: 'makePrivate' },
      beforeWrite: withholdWords(context),
    }),
});
