import { collectionPlan, type CollectionPlan } from '../schema/types';

/** Contact cards. */
export const cardCollections: readonly CollectionPlan[] = [
  collectionPlan(
    'cards',
    ['communityId', '-issuedKey'],
    ['communityId', 'place.gridId', '-issuedKey'],
    ['place.placeId', '_id'],
  ),
];
