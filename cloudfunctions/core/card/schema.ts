import { collectionPlan, withMigrations, type CollectionPlan } from '../schema/types';
import { cardWithNumber } from './migrations/card-2';

/** Contact cards, how far grids are covered with them, and when their numbers were called last. */
export const cardCollections: readonly CollectionPlan[] = [
  withMigrations(
    collectionPlan(
      'cards',
      ['communityId', '-issuedKey'],
      ['communityId', 'place.gridId', '-issuedKey'],
      ['place.placeId', '_id'],
      ['number'],
      ['communityId', 'placeKey'],
      ['communityId', 'toPrintKey'],
      ['communityId', 'toHandOutKey'],
    ),
    cardWithNumber,
  ),
  collectionPlan('cardCoverage', ['communityId', 'gridId']),
  collectionPlan('numberChecks', ['communityId', '_id']),
  collectionPlan('forwardings', ['outboxAt']),
];
