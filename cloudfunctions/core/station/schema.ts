import { collectionPlan, withMigrations, type CollectionPlan } from '../schema/types';
import { expireReports } from './migrations/station-report-2';

/** Stations and friendly shops, and what each WeChat user reported in a day. */
export const stationCollections: readonly CollectionPlan[] = [
  collectionPlan(
    'stations',
    ['state', 'listKey'],
    ['state', '@gcj02'],
    ['communityId', 'kind', 'listKey'],
    ['steward.personId', '_id'],
  ),
  withMigrations(collectionPlan('stationReports', ['expiresAt']), expireReports),
];
