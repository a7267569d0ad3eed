import { collectionPlan, withMigrations, withUnique, type CollectionPlan, type MigrationPlan } from '../schema/types';
import { handlersAndCaps } from './migrations/order-2';
import { roomAndClock } from './migrations/order-3';
import { aloneFirst } from './migrations/order-7';
import { decisionClocks } from './migrations/order-8';
import { appealClocks } from './migrations/order-9';
import { stageClocks } from './migrations/order-4';
import { wordPairs } from './migrations/order-5';
import { seats } from './migrations/order-6';

/** Orders as they stand, verdicts on their pictures that came early, and orders that the clock could not move. */
export const orderCollections: readonly CollectionPlan[] = [
  withMigrations(
    withUnique(
      collectionPlan(
        'orders',
        ['followers', 'closed', '-createdKey'],
        ['responsibleIds', 'closed', '-createdKey'],
        ['scopes', 'closed', 'rankKey'],
        ['scopes', 'closed', '-createdKey'],
        ['communityId', 'claimable', '-createdKey'],
        ['communityId', 'needsAttention', '-createdKey'],
        ['scopes', 'awaitsModeration', '-createdKey'],
        ['communityId', 'month', '-createdKey'],
        ['communityId', 'month', 'wordPairs', '-createdKey'],
        ['place.courtyardId', 'category', 'closed', '-createdKey'],
        ['communityId', 'requester.phone', 'closed', '-createdKey'],
        ['communityId', 'requester.phone', '-createdKey'],
        ['communityId', 'requester.name', '-createdKey'],
        ['communityId', 'number', '-createdKey'],
        ['outcome', 'createdKey'],
        ['dueKey'],
        ['updatedAt', '_id'],
        ['traces'],
        ['outboxAt'],
      ),
      'requests',
    ),
    ...[handlersAndCaps, roomAndClock, stageClocks, wordPairs, seats, aloneFirst, decisionClocks, appealClocks].map(
      ofOrdersAlone,
    ),
  ),
  collectionPlan('verdicts', ['at']),
  collectionPlan('helperRosters', ['communityId', '_id'], ['helperIds']),
  collectionPlan('deadlineFailures'),
];

/** A step that leaves alone what lies among the orders for their unique index (`flow/claim-request.ts`). */
function ofOrdersAlone({ to, migrate }: MigrationPlan): MigrationPlan {
  return { to, migrate: (document) => (document._id.startsWith('requests:') ? document : migrate(document)) };
}
