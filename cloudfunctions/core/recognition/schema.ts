import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Who was commended, and who does not want to be shown. */
export const recognitionCollections: readonly CollectionPlan[] = [
  collectionPlan('commendations', ['branchId', '-period'], ['personIds']),
  collectionPlan('recognitionChoices', ['communityId', 'hidden']),
];
