import { collectionPlan, type CollectionPlan } from '../schema/types';

/** The code by which an empty environment gets its first administrator. */
export const setupCollections: readonly CollectionPlan[] = [collectionPlan('setupCodes')];
