import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Where members work. */
export const employerCollections: readonly CollectionPlan[] = [collectionPlan('employers', ['communityId', 'nameKey'])];
