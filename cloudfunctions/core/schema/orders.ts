import { collectionPlan } from './types';

/** Orders, the ledger and activities. */
export const orderCollections = [
  collectionPlan('orders', ['communityId', 'dueAt']),
  collectionPlan('passbooks'),
  collectionPlan('entries'),
  collectionPlan('activities'),
];
