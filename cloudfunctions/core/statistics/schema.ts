import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Counts of orders. */
export const statisticsCollections: readonly CollectionPlan[] = [collectionPlan('tallies')];
