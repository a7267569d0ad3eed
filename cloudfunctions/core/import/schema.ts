import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Lists that offices sent, and their rows. */
export const importCollections: readonly CollectionPlan[] = [
  collectionPlan('imports', ['personId', '-timeKey'], ['deleteAt']),
  collectionPlan('importPages', ['importId', 'fates', 'number'], ['importId', 'number']),
];
