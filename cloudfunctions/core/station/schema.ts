import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Stations and friendly shops, and what each WeChat user reported in a day. */
export const stationCollections: readonly CollectionPlan[] = [
  collectionPlan(
    'stations',
    ['state', 'listKey'],
    ['state', '@gcj02'],
    ['communityId', 'kind', 'listKey'],
    ['steward.personId', '_id'],
  ),
  collectionPlan('stationReports', ['at']),
];
