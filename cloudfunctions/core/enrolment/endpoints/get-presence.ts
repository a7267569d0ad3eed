import { signedInEndpoint } from '../../access/endpoint';
import { bookIdOf, passbooks } from '../../passbook/passbook';
import { people } from '../../person/person';
import { done, refuse } from '../../platform/result';
import { id, object, optional } from '../../platform/validation';
import { wallClock } from '../../time/shanghai';
import { enrolments } from '../enrolment';
import { presenceOf } from '../rules/presence';
import { isInReach } from '../view';

/**
 * The five parts of an enrolled member (五在网格): the caller's own, or of somebody in reach. What they did comes from
 * the heads of their books; no line of one, and no word of a resident, is read.
 * Cost: 3 reads.
 */
export const getPresence = signedInEndpoint({
  name: 'enrolment.getPresence',
  input: object({ personId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, caller, input) {
    const personId = input.personId ?? caller.login.personId;
    const bookIds = [bookIdOf(personId, 'service'), bookIdOf(personId, 'organization')];
    const [whole, books] = await Promise.all([
      database.getWith(enrolments, personId, { in: people, by: '_id' }),
      database.find(passbooks, { where: { _id: { oneOf: bookIds } }, limit: bookIds.length }),
    ]);
    const enrolment = whole?.document;
    if (!enrolment) return refuse('NOT_FOUND', 'personId');
    if (personId !== caller.login.personId && !isInReach(enrolment, caller)) return refuse('NOT_FOUND', 'personId');
    const presence = presenceOf({
      enrolment,
      person: whole.other,
      service: books.find(({ unit }) => unit === 'service'),
      organization: books.find(({ unit }) => unit === 'organization'),
      year: wallClock(clock.now()).year,
    });
    return presence ? done(presence) : refuse('NOT_ENROLLED', 'personId');
  },
});
