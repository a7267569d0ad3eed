import { withAct } from '../../access/act';
import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { people, type Person } from '../../person/person';
import type { Transaction } from '../../platform/database';
import { done, refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { apprenticesOf, pairFault } from '../rules/pairs';

/**
 * Somebody of the committee class guides a young member from now on, in place of whoever did. The mentor's own document
 * changes with it, so that of two who are given the third place at the same moment one is refused. What is so already
 * is answered without a write. Whom they have already is read, one by one: here two. Somebody's first write beside
 * orders takes one write more.
 * Cost: 5 reads, 3 writes.
 */
export const assignMentor = signedInEndpoint({
  name: 'mentor.assign',
  input: object({ mentorId: id, apprenticeId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { mentorId, apprenticeId }) {
    const branchId = branchOf(caller);
    return context.database.transaction(async (transaction) => {
      const mentor = await transaction.get(people, mentorId);
      if (mentor?.branchId !== branchId) return refuse('NOT_FOUND', 'mentorId');
      const apprentice = await transaction.get(people, apprenticeId);
      if (apprentice?.branchId !== branchId) return refuse('NOT_FOUND', 'apprenticeId');
      const guided = apprenticesOf(mentorId, await readGuided(transaction, mentor));
      const fault = pairFault(mentor, apprentice, guided);
      if (fault) return fault === 'full' ? refuse('MENTOR_FULL', 'mentorId') : refuse('INVALID_INPUT', fault);
      if (apprentice.mentorId === mentorId) return done({ apprenticeId, mentorId });
      const apprenticeIds = [...guided.map(({ _id }) => _id), apprenticeId];
      await transaction.update(people, mentorId, {
        set: { apprenticeIds, ...withAct(mentor, context, caller, 'mentor.assign') },
      });
      await transaction.update(people, apprenticeId, {
        set: { mentorId, ...withAct(apprentice, context, caller, 'mentor.assign') },
      });
      return done({ apprenticeId, mentorId });
    });
  },
});

async function readGuided(transaction: Transaction, { apprenticeIds = [] }: Person): Promise<readonly Person[]> {
  const found: Person[] = [];
  for (const personId of apprenticeIds) {
    const person = await transaction.get(people, personId);
    if (person) found.push(person);
  }
  return found;
}
