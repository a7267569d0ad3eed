import { alertOutcomes } from '../../../../miniprogram/contracts/alert';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { alerts, type Alert } from '../alert';
import { alertView } from '../view';

/**
 * Whoever looks after the place says how a call for help ended; nobody further is told then. Of two who say so at the
 * same moment one does.
 * Cost: 2 reads, 2 writes.
 */
export const settleAlert = signedInEndpoint({
  name: 'alert.settle',
  input: object({ alertId: id, outcome: v.picklist(alertOutcomes), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { alertId, outcome }) {
    const { database, clock, request } = context;
    return database.transaction(async (transaction) => {
      const before = await transaction.get(alerts, alertId);
      if (!before?.scopes.includes(caller.hat.placeId)) return refuse('NOT_FOUND', 'alertId');
      const replay = replayOf(before.requests, request, () => alertView(before, caller));
      if (replay) return replay;
      if (before.state !== 'open') return refuse('ALREADY_SETTLED', 'alertId');
      const at = clock.now();
      const change = {
        state: 'settled',
        outcome,
        settled: { name: caller.login.name, hat: caller.hat.hat, at },
        updatedAt: at,
        requests: [...before.requests, request],
        ...withAct(before, context, caller, 'alert.settle'),
      } as const satisfies Partial<Alert>;
      await transaction.update(alerts, alertId, { set: change, unset: ['nextAt'] });
      return done(alertView({ ...before, ...change }, caller));
    });
  },
});
