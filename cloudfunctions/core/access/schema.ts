import { collectionPlan, type CollectionPlan } from '../schema/types';

/** The people behind WeChat users. */
export const accessCollections: readonly CollectionPlan[] = [
  collectionPlan(
    'logins',
    ['personId', '_id'],
    ['communityId', '_id'],
    ['outboxAt'],
    ['rebinding.at'],
    ['digestAt'],
    ['inbox.orderId', '_id'],
  ),
];
