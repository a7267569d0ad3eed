import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Months of branches, and what stands in them of each member. */
export const reviewCollections: readonly CollectionPlan[] = [
  collectionPlan('reviews', ['branchId', '-month']),
  collectionPlan('reviewRows', ['reviewId', 'nameKey'], ['personId', 'month']),
];
