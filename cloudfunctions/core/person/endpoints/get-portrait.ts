import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { object } from '../../platform/validation';
import { people } from '../person';
import { portraitView, shownPortrait } from '../portrait';

/**
 * The caller's own picture for the cards of their grid, and how far its check has come.
 * Cost: 2 reads.
 */
export const getPortrait = signedInEndpoint({
  name: 'person.getPortrait',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, storage }, { login }) {
    const person = await database.get(people, login.personId);
    if (!person) return refuse('NOT_FOUND');
    const fileId = shownPortrait(person.portrait);
    const urls = fileId === undefined ? undefined : await storage.urls([fileId]);
    return done(portraitView(person.portrait, fileId === undefined ? undefined : urls?.get(fileId)));
  },
});
