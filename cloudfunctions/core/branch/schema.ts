import { collectionPlan, type CollectionPlan } from '../schema/types';

/** The branches of a community, and who goes from one to another. */
export const branchCollections: readonly CollectionPlan[] = [
  collectionPlan('branches', ['communityId', '_id']),
  collectionPlan(
    'transfers',
    ['to.branchId', 'open', '_id'],
    ['from.branchId', 'open', '_id'],
    ['personId', 'open'],
    ['outboxAt'],
  ),
];
