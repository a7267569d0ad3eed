import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Communities, places, posts and teams. */
export const placeCollections: readonly CollectionPlan[] = [
  collectionPlan('communities'),
  collectionPlan('places', ['communityId', 'parentId', 'position']),
  collectionPlan('posts', ['communityId', 'hat', 'path'], ['holder.personId']),
  collectionPlan('teams', ['communityId', 'name']),
];
