import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { object, words } from '../../platform/validation';
import { people } from '../person';
import { personView } from '../person-view';

/** Sorts behind every letter that a name has. */
const behindNames = '\uffff';

/**
 * People of the caller's community by the beginning of their name, or by their whole number; the first page alone:
 * who is not in it is found by more of the name.
 * Cost: 2 reads.
 */
export const findPeople = signedInEndpoint({
  name: 'person.find',
  input: object({ words: words(limits.personName) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login: { communityId } }, input) {
    const isNumber = /^\d{7,}$/.test(input.words);
    const found = await database.find(people, {
      ...(isNumber
        ? { where: { communityId, phone: input.words } }
        : {
            where: { communityId, name: { gte: input.words, lt: `${input.words}${behindNames}` } },
            sort: { name: 'asc', _id: 'asc' },
          }),
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ _id }) => _id);
    return done({ people: shown.filter(({ leftAt }) => !leftAt).map(personView), hasMore: next !== undefined });
  },
});
