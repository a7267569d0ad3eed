import { collectionPlan, type CollectionPlan } from '../schema/types';

/** What the environment used in each month. */
export const quotaCollections: readonly CollectionPlan[] = [collectionPlan('usage')];
