import { collectionPlan, type CollectionPlan } from '../schema/types';

/** What a branch does. */
export const activityCollections: readonly CollectionPlan[] = [
  collectionPlan('activities', ['communityId', '-startKey'], ['unposted', 'closedAt']),
];
