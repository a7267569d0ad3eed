import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Lists that went out as files. */
export const exportCollections: readonly CollectionPlan[] = [
  collectionPlan('exports', ['personId', '-timeKey'], ['deleteAt']),
];
