import { policyByNoun } from './migrations/community-2';
import { collectionPlan, withMigrations, type CollectionPlan } from '../schema/types';

/** Communities, places, posts and teams. */
export const placeCollections: readonly CollectionPlan[] = [
  withMigrations(collectionPlan('communities'), policyByNoun),
  collectionPlan('places', ['communityId', 'parentId', 'position']),
  collectionPlan('posts', ['communityId', 'hat', 'path'], ['holder.personId']),
  collectionPlan('teams', ['communityId', 'name']),
];
