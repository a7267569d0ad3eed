import { collectionPlan, withMigrations, type CollectionPlan } from '../schema/types';
import { signaturesAndBranch } from './migrations/activity-2';

/** What a branch does. */
export const activityCollections: readonly CollectionPlan[] = [
  withMigrations(
    collectionPlan('activities', ['communityId', '-startKey'], ['branchId', '-startKey'], ['unposted', 'closedAt']),
    signaturesAndBranch,
  ),
];
