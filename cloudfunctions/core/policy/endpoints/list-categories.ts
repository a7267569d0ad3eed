import { signedInEndpoint } from '../../access/endpoint';
import { categoriesOf } from '../../order/rules/categories';
import { communities } from '../../place/community';
import { done, refuse } from '../../platform/result';
import { object } from '../../platform/validation';
import { categoriesView, readCategoryChanges } from '../category-audit';

/**
 * What orders can be about in this community, those that take no new ones included, and what was changed last.
 * Cost: 2 reads.
 */
export const listAllCategories = signedInEndpoint({
  name: 'policy.listCategories',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller) {
    const { communityId } = caller.login;
    const [community, changes] = await Promise.all([
      database.get(communities, communityId),
      readCategoryChanges(database, communityId),
    ]);
    if (!community) return refuse('NOT_FOUND');
    return done(categoriesView(categoriesOf(community.policy.order), changes, caller.hat.hat === 'secretary'));
  },
});
