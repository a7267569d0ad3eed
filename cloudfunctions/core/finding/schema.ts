import { collectionPlan, type CollectionPlan } from '../schema/types';

/** What is still to be put right, and how much of it. */
export const findingCollections: readonly CollectionPlan[] = [
  collectionPlan('findings', ['communityId', 'kind', '_id'], ['communityId', 'night']),
  collectionPlan('findingCounts'),
];
