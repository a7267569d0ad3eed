import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Which files calls were about to store. */
export const photoCollections: readonly CollectionPlan[] = [collectionPlan('uploads', ['at'])];
