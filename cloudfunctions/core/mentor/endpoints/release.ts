import { withAct } from '../../access/act';
import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { people } from '../../person/person';
import { done, refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';

/**
 * Nobody guides a member any more. What is so already is answered without a write. Somebody's first write beside orders
 * takes one write more.
 * Cost: 2 reads, 2 writes.
 */
export const releaseApprentice = signedInEndpoint({
  name: 'mentor.release',
  input: object({ apprenticeId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { apprenticeId }) {
    const branchId = branchOf(caller);
    return context.database.transaction(async (transaction) => {
      const apprentice = await transaction.get(people, apprenticeId);
      if (apprentice?.branchId !== branchId) return refuse('NOT_FOUND', 'apprenticeId');
      if (apprentice.mentorId === undefined) return done({ apprenticeId });
      await transaction.update(people, apprenticeId, {
        set: withAct(apprentice, context, caller, 'mentor.release'),
        unset: ['mentorId'],
      });
      return done({ apprenticeId });
    });
  },
});
