import { reachesBranch } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { people } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import { done, refuse } from '../../platform/result';
import { id, object, optional } from '../../platform/validation';
import { monthText } from '../../time/shanghai';
import { isReviewed } from '../members';
import { reviewYear } from '../inputs';
import { readYear } from '../read-year';

/**
 * Twelve months of somebody (S2-21): one's own for a member, anybody's of the branch for who reads its books.
 * Of who was of another branch in that year, a read more.
 * Cost: 3 reads.
 */
export const getReviewYear = signedInEndpoint({
  name: 'review.getYear',
  input: object({ year: reviewYear, personId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, caller, { year, personId = caller.login.personId }) {
    const isOwn = personId === caller.login.personId;
    if (!isOwn && caller.scope === 'own') return refuse('FORBIDDEN', 'personId');
    const person = await database.get(people, personId);
    const isTheirs =
      person !== undefined &&
      isReviewed(person) &&
      reachesBranch(caller, { ...person, branchId: branchOfPerson(person) });
    if (!person || (!isOwn && !isTheirs)) return refuse('NOT_FOUND', 'personId');
    return done(await readYear(database, person, { year, thisMonth: monthText(clock.now()) }));
  },
});
