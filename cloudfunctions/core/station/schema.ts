import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Stations and friendly shops for couriers, their depots, and the organisations that look after them. */
export const stationCollections: readonly CollectionPlan[] = [
  collectionPlan('stations', ['communityId', 'kind']),
  collectionPlan('sites', ['communityId', 'orgId']),
  collectionPlan('orgs', ['communityId']),
];
