import { collectionPlan, withMigrations, withUnique, type CollectionPlan } from '../schema/types';
import { handlersAndCaps } from './migrations/order-2';
import { roomAndClock } from './migrations/order-3';

/** Orders as they stand, and verdicts on their pictures that came early. */
export const orderCollections: readonly CollectionPlan[] = [
  withMigrations(
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
        ['outcome', 'createdKey'],
        ['dueAt'],
        ['updatedAt'],
        ['traces'],
      ),
      'requests',
    ),
    handlersAndCaps,
    roomAndClock,
  ),
  collectionPlan('verdicts', ['at']),
];
