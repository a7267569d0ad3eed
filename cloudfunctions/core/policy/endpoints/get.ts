import { signedInEndpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { done, refuse } from '../../platform/result';
import { object } from '../../platform/validation';
import { readPolicyChanges, policyView } from '../view';

/**
 * What the community decided, beside what the product has, and what was changed last, by whom and why.
 * Cost: 2 reads.
 */
export const getPolicy = signedInEndpoint({
  name: 'policy.get',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller) {
    const { communityId } = caller.login;
    const [community, changes] = await Promise.all([
      database.get(communities, communityId),
      readPolicyChanges(database, communityId),
    ]);
    const mine = caller.hat.hat === 'secretary';
    return community ? done(policyView(community.policy, changes, mine)) : refuse('NOT_FOUND');
  },
});
