import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { moves, type Move } from '../move';
import { moveView } from '../view';

/**
 * A courtyard head takes back what they registered, as long as nobody decided on it; the same may then be registered
 * anew. Of this and a decision at the same moment one happens.
 * Cost: 2 reads, 2 writes.
 */
export const withdrawMove = signedInEndpoint({
  name: 'residence.withdraw',
  input: object({ moveId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { moveId }) {
    const { database, clock, request } = context;
    return database.transaction(async (transaction) => {
      const before = await transaction.get(moves, moveId);
      if (before?.askedBy.personId !== caller.login.personId) return refuse('NOT_FOUND', 'moveId');
      const replay = replayOf(before.requests, request, () => moveView(before, caller));
      if (replay) return replay;
      if (before.state !== 'asked') return refuse('ALREADY_SETTLED', 'moveId');
      const after: Move = {
        ...before,
        state: 'withdrawn',
        openKey: moveId,
        updatedAt: clock.now(),
        requests: [...before.requests, request],
        ...withAct(before, context, caller, 'residence.withdraw'),
      };
      const { _id, ...set } = after;
      await transaction.update(moves, _id, { set });
      return done(moveView(after, caller));
    });
  },
});
