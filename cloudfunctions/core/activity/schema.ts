import { collectionPlan, withMigrations, type CollectionPlan } from '../schema/types';
import { signaturesAndBranch } from './migrations/activity-2';
import { peopleApart } from './migrations/activity-3';

/** What a branch does, and who takes part, and how many by month. */
export const activityCollections: readonly CollectionPlan[] = [
  withMigrations(
    collectionPlan(
      'activities',
      ['communityId', '-startKey'],
      ['branchId', '-startKey'],
      ['closedAt'],
      ['unfinished.since'],
      ['outboxAt'],
    ),
    signaturesAndBranch,
    peopleApart,
  ),
  collectionPlan(
    'attendances',
    ['activityId', 'order', '_id'],
    ['personId', '-startKey'],
    ['walkIn.branchId', 'walkIn.state', '_id'],
    ['outboxAt'],
  ),
  collectionPlan('activityMonths', ['communityId', '-month']),
];
