import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Sites of couriers, the organisations that look after them, who registered there, and what was done for them. */
export const siteCollections: readonly CollectionPlan[] = [
  collectionPlan('sites', ['listKey'], ['communityId', 'listKey'], ['orgId', 'listKey']),
  collectionPlan('orgs', ['communityId', '_id'], ['instructors.personId', '_id']),
  collectionPlan('siteLinks', ['orgId', '-expiryKey'], ['communityId', '-expiryKey']),
  collectionPlan('siteRecords', ['siteId', '-recordKey'], ['orgId', '-recordKey'], ['communityId', '-recordKey']),
];
