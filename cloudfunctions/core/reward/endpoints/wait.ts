import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { quantity } from '../inputs';
import { joinQueue } from '../queue';
import { readRewards } from '../view';

/**
 * A head queues for a thing that is out of stock; when it comes they are asked before anything is taken.
 * From somebody's second write beside orders on, one write less.
 * Cost: 5 reads, 4 writes.
 */
export const waitForGood = signedInEndpoint({
  name: 'reward.wait',
  input: object({ goodId: id, quantity, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const joined = await context.database.transaction((transaction) => joinQueue(transaction, context, caller, input));
    return joined.ok ? done(await readRewards(context, caller)) : joined;
  },
});
