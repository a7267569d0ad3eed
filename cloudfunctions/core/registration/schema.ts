import { collectionPlan, type CollectionPlan } from '../schema/types';

/** What people want to be changed about who they are. */
export const registrationCollections: readonly CollectionPlan[] = [
  collectionPlan(
    'changeRequests',
    ['scopes', 'state', '-timeKey'],
    ['personId', '-timeKey'],
    ['erasing', 'decision.at'],
    ['outboxAt'],
  ),
];
