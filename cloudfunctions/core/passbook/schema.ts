import { collectionPlan, withOwnForms, type CollectionPlan } from '../schema/types';

/** Books, their lines, and what is to be settled about a line. */
export const passbookCollections: readonly CollectionPlan[] = [
  collectionPlan('passbooks', ['communityId', 'unit', 'personId'], ['communityId', 'unit', 'nameKey']),
  withOwnForms(collectionPlan('entries', ['bookId', '-sequence'])),
  collectionPlan('pairs', ['communityId', 'near', '-pairKey']),
  collectionPlan('reversals', ['communityId', 'open', 'since']),
];
