import { collectionPlan } from './types';

/** Couriers' stations and friendly shops, their depots, and the organisations that look after them. */
export const stationCollections = [
  collectionPlan('stations', ['communityId', 'kind']),
  collectionPlan('sites', ['communityId', 'orgId']),
  collectionPlan('orgs', ['communityId']),
];
