import { collectionPlan, type CollectionPlan } from '../schema/types';

/** When households were visited and are to be visited again. */
export const visitCollections: readonly CollectionPlan[] = [
  collectionPlan(
    'visitPlans',
    ['chiefAt', 'listKey'],
    ['scopes', 'listKey'],
    ['communityId', '_id'],
    ['residents.personId', '_id'],
  ),
  collectionPlan(
    'visits',
    ['placeId', '-listKey'],
    ['scopes', 'waiting', '-listKey'],
    ['placeId', 'waiting', '-listKey'],
    ['waiting', 'waitUntil'],
    ['noteUntil'],
    ['updatedAt'],
    ['outboxAt'],
  ),
];
