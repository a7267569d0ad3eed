import { policyByNoun } from './migrations/community-2';
import { policyWithPairCaps } from './migrations/community-3';
import { postHeldBy } from './migrations/post-2';
import { policyWithOrderWaits } from './migrations/community-4';
import { firstBranchApart } from './migrations/community-6';
import { policyWithCategories } from '../order/migrations/policy-categories';
import { collectionPlan, withMigrations, type CollectionPlan } from '../schema/types';

/** Communities, places, posts and teams. */
export const placeCollections: readonly CollectionPlan[] = [
  withMigrations(
    collectionPlan('communities'),
    policyByNoun,
    policyWithPairCaps,
    policyWithOrderWaits,
    policyWithCategories,
    firstBranchApart,
  ),
  collectionPlan(
    'places',
    ['communityId', 'parentId', 'position', '_id'],
    ['parentId', '_id'],
    ['communityId', 'kind', 'path'],
    ['communityId', 'kind', '_id'],
    ['communityId', 'kind', 'label', '_id'],
  ),
  withMigrations(
    collectionPlan(
      'posts',
      ['communityId', 'hat', 'path'],
      ['holder.personId'],
      ['placeId', '_id'],
      ['until'],
      ['next.from'],
      ['next.holder.personId'],
    ),
    postHeldBy,
  ),
  collectionPlan('communityChanges'),
  collectionPlan('teams', ['communityId', 'name']),
];
