import { collectionPlan, withMigrations, type CollectionPlan } from '../schema/types';
import { staffEntries } from './migrations/tally-2';
import { reopenedOrders } from './migrations/tally-3';
import { unreachableOrders } from './migrations/tally-4';
import { outcomesApart } from './migrations/tally-5';
import { helpersOfOrders } from './migrations/tally-6';

/** Counts of orders: what a community's desk shows, and by day and by month what it is made of. */
export const statisticsCollections: readonly CollectionPlan[] = [
  withMigrations(
    collectionPlan('tallies'),
    staffEntries,
    reopenedOrders,
    unreachableOrders,
    outcomesApart,
    helpersOfOrders,
  ),
  collectionPlan('orderDays', ['communityId', 'day']),
  collectionPlan('orderMonths', ['communityId', '-month']),
];
