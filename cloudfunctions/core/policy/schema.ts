import { collectionPlan, withMigrations, type CollectionPlan } from '../schema/types';
import { versionWithPairCaps } from './migrations/policy-2';
import { versionWithOrderWaits } from './migrations/policy-3';
import { versionWithCategories } from '../order/migrations/policy-categories';

/** Every version of every community's policy. */
export const policyCollections: readonly CollectionPlan[] = [
  withMigrations(
    collectionPlan('policies', ['communityId', '-version']),
    versionWithPairCaps,
    versionWithOrderWaits,
    versionWithCategories,
  ),
];
