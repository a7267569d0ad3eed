import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Complaints and suggestions. */
export const complaintCollections: readonly CollectionPlan[] = [
  collectionPlan(
    'complaints',
    ['author.personId', '-listKey'],
    ['communityId', 'receiver', '-listKey'],
    ['answer.personId', '_id'],
    ['nextAt'],
    ['keepUntil'],
    ['outboxAt'],
  ),
];
