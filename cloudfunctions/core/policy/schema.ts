import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Every version of every community's policy. */
export const policyCollections: readonly CollectionPlan[] = [collectionPlan('policies', ['communityId', '-version'])];
