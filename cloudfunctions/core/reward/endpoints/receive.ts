import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { costCents, quantity } from '../inputs';
import { changeGood, withStock } from '../store';
import { stockView } from '../view';

/**
 * A delivery: so many came, and were paid so much. From somebody's second write beside orders on, one write less.
 * Cost: 2 reads, 4 writes.
 */
export const receiveGood = signedInEndpoint({
  name: 'reward.receive',
  input: object({ goodId: id, quantity, costCents, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const at = context.clock.now();
    const { personId, name } = caller.login;
    const came = { kind: 'received', quantity: input.quantity, costCents: input.costCents } as const;
    const changed = await changeGood(context, caller, { goodId: input.goodId, action: 'reward.receive' }, (good) =>
      done({
        good: withStock(good, came, at),
        line: { ...came, at, by: { personId, name }, second: null, reason: null },
      }),
    );
    return changed.ok ? done(stockView(changed.data, caller)) : changed;
  },
});
