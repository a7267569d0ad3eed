import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Calls for help that cannot wait for an order. */
export const alertCollections: readonly CollectionPlan[] = [
  collectionPlan(
    'alerts',
    ['scopes', 'state', '-listKey'],
    ['openid', '-listKey'],
    ['nextAt'],
    ['forgetAt'],
    ['outboxAt'],
  ),
];
