import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { stockFault } from '../rules/stock';
import { changeGood, withStock } from '../store';
import { stockView } from '../view';

/**
 * The second person: agreeing writes the difference that was counted, on what was handed out and came meanwhile;
 * disagreeing drops the count.
 * From somebody's second write beside orders on, one write less.
 * Cost: 2 reads, 4 writes.
 */
export const signCount = signedInEndpoint({
  name: 'reward.signCount',
  input: object({ goodId: id, agree: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { goodId, agree }) {
    const at = context.clock.now();
    const second = { personId: caller.login.personId, name: caller.login.name };
    const changed = await changeGood(context, caller, { goodId, action: 'reward.signCount' }, (good) => {
      const { stocktake } = good;
      if (!stocktake) return refuse('ALREADY_SETTLED', 'goodId');
      if (stocktake.by.personId === second.personId) return refuse('SECOND_PERSON_NEEDED', 'goodId');
      if (!agree) return done({ good: { ...good, stocktake: null } });
      const { by, reason } = stocktake;
      const difference = stocktake.counted - stocktake.expected;
      const fault = stockFault(good, { kind: 'corrected', difference });
      if (fault) return refuse(fault, 'goodId');
      return done({
        good: { ...withStock(good, { kind: 'corrected', difference }, at), stocktake: null },
        line: { kind: 'corrected', quantity: difference, costCents: 0, at, by, second, reason },
      });
    });
    return changed.ok ? done(stockView(changed.data, caller)) : changed;
  },
});
