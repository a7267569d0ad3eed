import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Working members who enrolled with the community where they live, and how many of them came how far. */
export const enrolmentCollections: readonly CollectionPlan[] = [
  collectionPlan(
    'enrolments',
    ['communityId', 'state', '-listKey'],
    ['grid.gridId', 'state', '-listKey'],
    ['state', 'serving', '_id'],
    ['outboxAt'],
  ),
  collectionPlan('enrolmentCounts'),
];
