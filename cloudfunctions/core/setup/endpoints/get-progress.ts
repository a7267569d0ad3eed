import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { object } from '../../platform/validation';
import { readProgress } from '../read-progress';

/**
 * How far the community has come: one look at each collection, of one document or two, however large they are.
 * A secretary who is appointed costs one read more.
 * Cost: 2 reads.
 */
export const getSetupProgress = signedInEndpoint({
  name: 'setup.getProgress',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login }) {
    const progress = await readProgress(database, login.communityId);
    return progress ? done(progress) : refuse('NOT_FOUND');
  },
});
