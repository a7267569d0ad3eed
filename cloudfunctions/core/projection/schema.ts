import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Documents that were changed and whose copies are yet to follow. */
export const projectionCollections: readonly CollectionPlan[] = [collectionPlan('sourceChanges', ['at', '_id'])];
