import { collectionPlan, type CollectionPlan } from '../schema/types';

/** What courtyard points buy: things, what was put aside, who waits, what came and was counted, public months. */
export const rewardCollections: readonly CollectionPlan[] = [
  collectionPlan('goods', ['communityId', '_id'], ['offerable', '_id']),
  collectionPlan(
    'redemptions',
    ['personId', '-createdKey'],
    ['communityId', 'code'],
    ['dueKey'],
    ['updatedAt'],
    ['outboxAt'],
  ),
  collectionPlan('allowances', ['personId', 'month']),
  collectionPlan('waits', ['goodId', 'state', 'sinceKey'], ['personId', '_id'], ['dueKey'], ['outboxAt']),
  collectionPlan('stockLines', ['communityId', 'goodId', '-number']),
  collectionPlan('pointSheets', ['communityId', '-month']),
];
