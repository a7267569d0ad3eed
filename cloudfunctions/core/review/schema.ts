import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Months of branches, and what stands in them of each member; what members share with their employers. */
export const reviewCollections: readonly CollectionPlan[] = [
  collectionPlan('reviews', ['branchId', '-month'], ['branchId', 'state', '-month']),
  collectionPlan('reviewRows', ['reviewId', 'nameKey'], ['personId', 'month'], ['branchId', 'month', 'nameKey']),
  collectionPlan(
    'exchanges',
    ['communityId', 'nameKey'],
    ['branchId', 'nameKey'],
    ['employerId', 'agreed', 'nameKey'],
    ['personId'],
  ),
];
