import { collectionPlan, type CollectionPlan } from '../schema/types';

/** How far each job has come. */
export const jobCollections: readonly CollectionPlan[] = [collectionPlan('runs')];
