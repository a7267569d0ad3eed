import { collectionPlan, withUnique, type CollectionPlan } from '../schema/types';

/** Orders as they stand, and verdicts on their pictures that came early. */
export const orderCollections: readonly CollectionPlan[] = [
  withUnique(
    collectionPlan(
      'orders',
      ['followers', 'closed', '-createdKey'],
      ['responsibleIds', 'closed', '-createdKey'],
      ['scopes', 'closed', '-createdKey'],
      ['communityId', 'claimable', '-createdKey'],
      ['communityId', 'needsAttention', '-createdKey'],
      ['communityId', 'month', '-createdKey'],
      ['place.courtyardId', 'category', 'closed', '-createdKey'],
      ['dueAt'],
      ['updatedAt'],
      ['traces'],
      ['outboxAt'],
    ),
    'requests',
  ),
  collectionPlan('verdicts', ['at']),
];
